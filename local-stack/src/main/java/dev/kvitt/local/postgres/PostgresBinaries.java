package dev.kvitt.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** PostgreSQL's programs for this operating system, unpacked once per user and version. */
final class PostgresBinaries {

    private static final Object ONE_AT_A_TIME = new Object();

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin}, {@code lib} and {@code share}.
     *
     * @throws IllegalStateException when no binaries for this system are on the class path
     */
    static Path folder() {
        synchronized (ONE_AT_A_TIME) {
            try {
                Path cache = cache();
                Path folder = cache.resolve("postgres-" + digest());
                return Files.exists(folder) ? folder : unpackOnce(cache, folder);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL's programs cannot be unpacked", e);
            }
        }
    }

    /** Another process may do the same at the same moment: one unpacks beside the target and renames. */
    private static Path unpackOnce(Path cache, Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(folder)) {
                Path beside = Files.createTempDirectory(cache, "unpacking-");
                try (InputStream archive = archive()) {
                    TarXz.unpack(archive, beside);
                }
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }

    /** In the user's own cache: in a folder everyone may write, anyone could plant a program for us to run. */
    private static Path cache() throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return Files.createDirectories(base.resolve("kvitt"));
    }

    private static String digest() throws IOException {
        try (InputStream archive = archive()) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static InputStream archive() {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IllegalStateException("No PostgreSQL for this system on the class path (" + name
                    + "): Kvitt's local stack runs on Linux and macOS, on x86-64 and ARM");
        }
        return archive;
    }

    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.startsWith("mac") ? "darwin" : os;
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
