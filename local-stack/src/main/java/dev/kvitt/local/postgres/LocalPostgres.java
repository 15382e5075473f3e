package dev.kvitt.local.postgres;

import dev.kvitt.local.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A real PostgreSQL as a process of its own, on loopback only, passwords required. It outlives the JVM that started it
 * until {@link #close} or {@link #stop} is called. Stopped and started on the same folder it keeps its rows.
 */
public final class LocalPostgres implements AutoCloseable {

    private final PostgresOptions options;

    private LocalPostgres(PostgresOptions options) {
        this.options = options;
    }

    /**
     * Creates the folder when it is new and starts the server; returns when the server accepts connections.
     *
     * @throws IllegalStateException with what PostgreSQL said, when it does not start
     */
    public static LocalPostgres start(PostgresOptions options) {
        if (!Files.exists(options.dataFolder().resolve("PG_VERSION"))) {
            create(options);
        } else if (PostgresProcess.find(options.dataFolder()).isEmpty()) {
            forgetDead(options.dataFolder());
        }
        PostgresProgram.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-t",
                        Integer.toString(PostgresProgram.LIMIT_SECONDS - 10),
                        "-D",
                        options.dataFolder().toString(),
                        "-l",
                        options.logFile().toString(),
                        "-o",
                        PostgresSettings.commandLine(options.port())));
        return new LocalPostgres(options);
    }

    /** The port on loopback. */
    public int port() {
        return options.port();
    }

    /** The server's process. */
    public ProcessHandle process() {
        return PostgresProcess.find(options.dataFolder())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL has ended"));
    }

    /** The way to create databases in this server. */
    public DatabaseAdmin admin() {
        return new DatabaseAdmin("127.0.0.1:" + options.port(), options.adminPassword());
    }

    /** Fast shutdown: connections are cut, everything committed is on disk. Without effect when already stopped. */
    @Override
    public void close() {
        stop(options.dataFolder());
    }

    /** Stops the server that runs on that folder and clears what a killed one left; without effect when none does. */
    public static void stop(Path dataFolder) {
        if (PostgresProcess.find(dataFolder).isPresent()) {
            PostgresProgram.run("pg_ctl", List.of("stop", "-w", "-m", "fast", "-D", dataFolder.toString()));
        } else {
            forgetDead(dataFolder);
        }
    }

    /** A pid file whose number now belongs to another program would keep PostgreSQL from starting. */
    private static void forgetDead(Path dataFolder) {
        try {
            Files.deleteIfExists(PostgresProcess.pidFile(dataFolder));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's old pid file cannot be deleted in " + dataFolder, e);
        }
    }

    /** Made beside and renamed: a kill in the middle never leaves half a database. */
    private static void create(PostgresOptions options) {
        Path beside = options.dataFolder().resolveSibling(options.dataFolder().getFileName() + ".new");
        Folders.delete(beside);
        try {
            Files.createDirectories(beside);
            Path password = Files.createTempFile(
                    "kvitt", ".pw", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(password, options.adminPassword());
                PostgresProgram.run("initdb", PostgresSettings.initdb(beside, password));
            } finally {
                Files.deleteIfExists(password);
            }
            Files.move(beside, options.dataFolder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's data folder cannot be made: " + options.dataFolder(), e);
        }
    }
}
