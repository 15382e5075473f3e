package dev.kvitt.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A finished child process: its exit code, and all it said. */
record Run(int exit, String output) {

    private static final int DEADLINE_SECONDS = 120;

    /** Whether there is such a program here. */
    static boolean has(String program) {
        try {
            return of(Path.of("").toAbsolutePath(), program, "--version").exit() == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /** @throws UncheckedIOException if there is no such program */
    static Run of(Path directory, String... command) {
        try {
            Path output = Files.createTempFile("run", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            String said = Files.readString(output);
            Files.delete(output);
            assertThat(ended)
                    .as("%s ended within %d s; it said: %s", command[0], DEADLINE_SECONDS, said)
                    .isTrue();
            return new Run(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
