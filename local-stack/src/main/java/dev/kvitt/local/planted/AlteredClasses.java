package dev.kvitt.local.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A copy of a module's classes, with a bug. */
final class AlteredClasses {

    private static final Path CLASSES = Path.of("target/classes");

    private AlteredClasses() {}

    /**
     * @param sources of the module, by their paths
     * @param folder to be filled
     * @throws AssertionError when the bug has no place in the code any more, or does not compile
     */
    static Path with(PlantedBug bug, Map<String, String> sources, Path folder) {
        try {
            copy(CLASSES, folder);
            for (var altered : Compiled.of(changed(bug, sources)).entrySet()) {
                Files.write(folder.resolve(altered.getKey().replace('.', '/') + ".class"), altered.getValue());
            }
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> changed(PlantedBug bug, Map<String, String> sources) {
        return bug.plantedIn(sources).entrySet().stream()
                .filter(each -> !each.getValue().equals(sources.get(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
