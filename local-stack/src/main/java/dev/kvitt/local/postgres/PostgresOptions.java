package dev.kvitt.local.postgres;

import java.nio.file.Path;

/**
 * What one local PostgreSQL needs to know.
 *
 * @param dataFolder where the databases live; may hold those of an earlier run
 * @param port on loopback, 1–65535
 * @param adminPassword of the superuser {@code postgres}; must be the one the folder was made with
 * @param logFile everything the server says is appended here
 */
public record PostgresOptions(Path dataFolder, int port, String adminPassword, Path logFile) {

    @Override
    public String toString() {
        return "PostgresOptions[" + dataFolder + ", port=" + port + "]";
    }
}
