package dev.kvitt.local.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server's settings, small enough for a laptop. */
final class PostgresSettings {

    private PostgresSettings() {}

    static List<String> initdb(Path dataFolder, Path passwordFile) {
        return List.of(
                "-U",
                DatabaseAdmin.ADMIN,
                "--pwfile",
                passwordFile.toString(),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF-8",
                "--locale",
                "C",
                // The server syncs what it commits; syncing an empty cluster as well only costs time.
                "--no-sync",
                "-D",
                dataFolder.toString());
    }

    static String commandLine(int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        // TCP only: a socket file would be one more thing to collide with and to clean up.
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "64MB");
        settings.put("max_wal_size", "512MB");
        settings.put("timezone", "UTC");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
