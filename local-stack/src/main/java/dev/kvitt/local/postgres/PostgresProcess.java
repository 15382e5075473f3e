package dev.kvitt.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server that runs on a data folder. */
public final class PostgresProcess {

    private PostgresProcess() {}

    /**
     * The server's process. A process that merely has the id a dead server left in its pid file is not found: a server
     * names its data folder in its command line.
     */
    public static Optional<ProcessHandle> find(Path dataFolder) {
        return recordedPid(dataFolder).flatMap(ProcessHandle::of).filter(process -> serves(process, dataFolder));
    }

    static Path pidFile(Path dataFolder) {
        return dataFolder.resolve("postmaster.pid");
    }

    private static Optional<Long> recordedPid(Path dataFolder) {
        try (var lines = Files.lines(pidFile(dataFolder))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .map(Long::valueOf);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path dataFolder) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(dataFolder.toString()))
                .isPresent();
    }
}
