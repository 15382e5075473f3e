package dev.kvitt.local.postgres;

import dev.kvitt.local.process.Detached;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's own programs to its end. */
final class PostgresProgram {

    /** How long initdb and pg_ctl may take, in seconds; recovery after a crash is the longest. */
    static final int LIMIT_SECONDS = 120;

    private PostgresProgram() {}

    /**
     * Runs the program and waits for it.
     *
     * @throws IllegalStateException with what the program said, when it fails or takes longer than the limit
     */
    static void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(Detached.FROM_TERMINAL);
        command.addAll(UnprivilegedUser.prefix());
        command.add(PostgresBinaries.folder().resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            // A file, not a pipe: the server that pg_ctl starts inherits it and would keep a pipe open.
            Path output = Files.createTempFile("kvitt-" + program, ".log");
            try {
                wait(program, command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's " + program + " cannot be run", e);
        }
    }

    private static void wait(String program, List<String> command, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "PostgreSQL's " + program + " took longer than " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL's " + program + " ran", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("PostgreSQL's " + program + " failed:\n"
                    + Files.readString(output, StandardCharsets.UTF_8).strip());
        }
    }
}
