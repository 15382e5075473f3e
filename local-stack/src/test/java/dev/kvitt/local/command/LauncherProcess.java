package dev.kvitt.local.command;

import dev.kvitt.local.process.PidFile;
import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.FakeService;
import dev.kvitt.local.stack.Java;
import dev.kvitt.local.stack.StackState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs {@link FakeStackMain} as a person would run {@code ./kvitt}. */
record LauncherProcess(Path home, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String OUTPUT = "output";
    private static final String ERRORS = "errors";

    /**
     * How a launcher ended.
     *
     * @param output for people and programs
     * @param errors what went wrong
     */
    record Result(int exitCode, String output, String errors) {}

    DataFolder data() {
        return new DataFolder(home.resolve(".kvitt"));
    }

    /** Runs to the end. */
    Result run(String... words) throws IOException, InterruptedException {
        return finish(start(FakeService.GOOD, words));
    }

    Process start(String behaviour, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Java.program(),
                "-Dkvitt.home=" + home,
                "-D" + FakeStackMain.BEHAVIOUR + "=" + behaviour,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeStackMain.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(home.resolve(OUTPUT).toFile())
                .redirectError(home.resolve(ERRORS).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    Result finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The launcher did not end:\n" + output());
        }
        return new Result(process.exitValue(), read(OUTPUT), read(ERRORS));
    }

    private String output() throws IOException {
        return read(OUTPUT) + read(ERRORS);
    }

    private String read(String file) throws IOException {
        return Files.readString(home.resolve(file), StandardCharsets.UTF_8);
    }

    void awaitUp(Process launcher) throws IOException, InterruptedException {
        awaitUntil(() -> StackState.read(data()).isPresent() || !launcher.isAlive());
        if (!launcher.isAlive()) {
            throw new AssertionError("The launcher ended:\n" + output());
        }
    }

    List<PidFile> living() {
        return data().pidFiles().stream()
                .filter(file -> file.alive().isPresent())
                .toList();
    }

    private void awaitUntil(BooleanSupplier condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + LIMIT + ":\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
