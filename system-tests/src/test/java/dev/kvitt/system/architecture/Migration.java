package dev.kvitt.system.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Flyway migration in the sources.
 *
 * @param path from the project's root, with slashes
 */
record Migration(String path, String sql) {

    private static final Pattern PATH =
            Pattern.compile("([a-z-]+)/src/main/resources/db/([a-z]+)/V([0-9_]+)__\\w+\\.sql");

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** All of the project, by path. */
    static List<Migration> all() {
        try (var modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve("src/main/resources/db"))
                    .filter(Files::isDirectory)
                    .flatMap(Migration::under)
                    .map(Migration::read)
                    .sorted(Comparator.comparing(Migration::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> under(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration read(Path file) {
        try {
            return new Migration(PROJECT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder of {@code db}: {@code messaging}, which every service with a store has besides its own. */
    String location() {
        return matched().group(2);
    }

    /** As Flyway compares versions: number by number. */
    List<Integer> version() {
        return Arrays.stream(matched().group(3).split("_", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private Matcher matched() {
        var matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new AssertionError(path + " is not named as a migration: V<numbers>__<what>.sql in a folder of db");
        }
        return matcher;
    }

    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
