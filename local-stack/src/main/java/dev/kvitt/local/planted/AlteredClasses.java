package dev.kvitt.local.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A copy of a module's classes and of its tests', with a bug. Side by side, as Quarkus wants them. */
final class AlteredClasses {

    /** In a folder {@code target}; Quarkus knows no other. */
    static final Path CLASSES = Path.of("target/classes");

    static final Path TEST_CLASSES = Path.of("target/test-classes");

    private AlteredClasses() {}

    /**
     * @param sources of the module, by their paths
     * @param folder in which {@link #CLASSES} and {@link #TEST_CLASSES} are to be filled
     * @throws AssertionError when the bug has no place in the code any more, or does not compile
     */
    static void with(PlantedBug bug, Map<String, String> sources, Path folder) {
        try {
            copy(TEST_CLASSES, folder.resolve(TEST_CLASSES));
            copy(CLASSES, folder.resolve(CLASSES));
            for (var altered : Compiled.of(bug.alteredIn(sources)).entrySet()) {
                Files.write(
                        folder.resolve(CLASSES).resolve(altered.getKey().replace('.', '/') + ".class"),
                        altered.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                var target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(each));
                }
            }
        }
    }
}
