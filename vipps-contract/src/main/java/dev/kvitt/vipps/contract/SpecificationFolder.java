package dev.kvitt.vipps.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the official files lie: system property or environment variable, else beside the repository. */
final class SpecificationFolder {

    static final String PROPERTY = "vipps.specifications";
    static final String VARIABLE = "VIPPS_SPECIFICATIONS";

    private static final String REPOSITORY_MARK = ".mvn";
    private static final Path BESIDE_REPOSITORY = Path.of("shared", "vipps", "openapi");

    private SpecificationFolder() {}

    static Optional<Path> find() {
        return Stream.of(System.getProperty(PROPERTY), System.getenv(VARIABLE))
                .filter(named -> named != null && !named.isBlank())
                .findFirst()
                .map(Path::of)
                .or(SpecificationFolder::besideRepository)
                .filter(Files::isDirectory);
    }

    private static Optional<Path> besideRepository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(REPOSITORY_MARK)))
                .findFirst()
                .map(root -> root.resolveSibling(BESIDE_REPOSITORY));
    }
}
