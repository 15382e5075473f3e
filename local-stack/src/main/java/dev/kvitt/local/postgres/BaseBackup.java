package dev.kvitt.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A copy of a server's data folder, made while the server works, as {@code pg_basebackup} makes one. Nobody is disconnected, and a
 * server that is started on the copy has what was committed when the copy was done.
 */
public final class BaseBackup {

    private static final String LOG = "pg_wal";

    private BaseBackup() {}

    /**
     * Copies the server's folder.
     *
     * @param admin of the server that runs on {@code from}
     * @param to must not be there yet
     */
    public static void take(DatabaseAdmin admin, Path from, Path to) {
        // One connection for all of it: the server gives a backup up whose connection ends.
        try (var connection = admin.connect(DatabaseAdmin.ADMIN);
                var sql = connection.createStatement()) {
            sql.execute("SELECT pg_backup_start('kvitt', true)");
            copy(from, to, from.resolve(LOG));
            Files.writeString(to.resolve("backup_label"), stop(sql));
            // Last: the copied files are of different moments, and only the whole log until here makes them one.
            copy(from.resolve(LOG), to.resolve(LOG), null);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not let its folder be copied: " + from, e);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's folder cannot be copied from " + from + " to " + to, e);
        }
    }

    private static String stop(Statement sql) throws SQLException {
        try (var label = sql.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
            label.next();
            return label.getString(1);
        }
    }

    private static void copy(Path from, Path to, Path leftOut) throws IOException {
        Files.walkFileTree(from, new Copying(from, to, leftOut));
    }

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;
        private final Path leftOut;

        Copying(Path from, Path to, Path leftOut) {
            this.from = from;
            this.to = to;
            this.leftOut = leftOut;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(leftOut)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            // With its permissions: a server refuses to start on a folder that others may read.
            Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.getFileName().toString().startsWith("postmaster.")) {
                try {
                    Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException gone) {
                    // What was dropped meanwhile is dropped again when the log is read.
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private Path target(Path path) {
            return to.resolve(from.relativize(path));
        }
    }
}
