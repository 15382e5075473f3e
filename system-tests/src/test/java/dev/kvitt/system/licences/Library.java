package dev.kvitt.system.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A library that a service is delivered with.
 *
 * @param name group and artifact, as in {@code org.postgresql:postgresql}
 */
record Library(String name, Path pom) {

    /**
     * Finds what Quarkus has packaged as {@code <group>.<artifact>-<version>.jar} in Maven's repository; where a group ends and
     * a version begins, only the folders there tell.
     */
    static Optional<Library> of(String jar, Path repository) throws IOException {
        var whole = jar.substring(0, jar.length() - ".jar".length());
        for (var dot = whole.lastIndexOf('.'); dot > 0; dot = whole.lastIndexOf('.', dot - 1)) {
            var group = whole.substring(0, dot);
            var found = inGroup(repository.resolve(group.replace('.', '/')), group, whole.substring(dot + 1));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Library> inGroup(Path folder, String group, String rest) throws IOException {
        for (var end = rest.indexOf('-'); end > 0; end = rest.indexOf('-', end + 1)) {
            var artifact = rest.substring(0, end);
            var versions = folder.resolve(artifact);
            if (Files.isDirectory(versions)) {
                var pom = version(versions, artifact, rest.substring(end + 1));
                if (pom.isPresent()) {
                    return pom.map(file -> new Library(group + ":" + artifact, file));
                }
            }
        }
        return Optional.empty();
    }

    /** @param rest the version, and a classifier behind it where there is one */
    private static Optional<Path> version(Path versions, String artifact, String rest) throws IOException {
        try (var folders = Files.list(versions)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(version -> rest.equals(version) || rest.startsWith(version + "-"))
                    .map(version -> versions.resolve(version).resolve(artifact + "-" + version + ".pom"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
