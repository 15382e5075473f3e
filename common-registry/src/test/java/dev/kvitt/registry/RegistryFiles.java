package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The example file, whole or spoilt. */
final class RegistryFiles {

    static final Path EXAMPLE = Path.of("src/test/resources/registry.yaml");
    static final Environment ENVIRONMENT = name -> Optional.ofNullable(Map.of(
                    "BRUS_CLIENT_ID",
                    "client-id-1 \n",
                    "BRUS_SUBSCRIPTION_KEY",
                    "subscription-key-1",
                    "BRUS_SECOND_KEY",
                    "subscription-key-2")
            .get(name));

    private final Path folder;

    RegistryFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/brus-client-secret"), "secret-in-a-file");
    }

    static Registry example() {
        return Registry.load(EXAMPLE, ENVIRONMENT);
    }

    /** The first occurrence in the example replaced; fails when there is none. */
    RegistryException refusedWhen(String text, String replacement) throws IOException {
        return refused(exampleWith(text, replacement));
    }

    /** As {@link #refusedWhen}, of one that is accepted. */
    Registry loadedWhen(String text, String replacement) throws IOException {
        var file = Files.writeString(folder.resolve("registry.yaml"), exampleWith(text, replacement));
        return Registry.load(file, ENVIRONMENT);
    }

    private static String exampleWith(String text, String replacement) throws IOException {
        var example = Files.readString(EXAMPLE);
        var at = example.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException("the example does not hold " + text);
        }
        return example.substring(0, at) + replacement + example.substring(at + text.length());
    }

    RegistryException refused(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("registry.yaml"), yaml);
        var refusal = catchThrowableOfType(RegistryException.class, () -> Registry.load(file, ENVIRONMENT));
        if (refusal == null) {
            throw new AssertionError("accepted: " + yaml.substring(0, Math.min(500, yaml.length())));
        }
        return refusal;
    }
}
