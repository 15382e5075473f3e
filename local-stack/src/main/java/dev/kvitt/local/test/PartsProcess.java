package dev.kvitt.local.test;

import dev.kvitt.local.stack.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@link PartsMain} as a child process that ends when this JVM does. */
final class PartsProcess {

    private static final List<String> HANDED_ON =
            List.of(PartsMain.CONTAINERS, ContainerParts.POSTGRES_IMAGE, ContainerParts.KAFKA_IMAGE);

    private PartsProcess() {}

    /**
     * Starts the child and waits until both parts answer.
     *
     * @throws IllegalStateException with what the child said, when it does not start
     */
    static Parts start() {
        try {
            Path folder = Files.createTempDirectory("kvitt-test-parts");
            Path log = folder.resolve("parts.log");
            Process child = new ProcessBuilder(command(folder))
                    .redirectError(log.toFile())
                    .start();
            BufferedReader output = child.inputReader(StandardCharsets.UTF_8);
            String ready = output.readLine();
            if (ready == null) {
                throw new IllegalStateException("Kafka and PostgreSQL for the tests did not start:\n"
                        + Files.readString(log, StandardCharsets.UTF_8));
            }
            return Parts.decode(ready);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka and PostgreSQL for the tests cannot be started", e);
        }
    }

    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Java.program(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        for (String property : HANDED_ON) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), PartsMain.class.getName(), folder.toString()));
        return command;
    }
}
