package dev.kvitt.cli.http;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code ./kvitt up} wrote down about the stack it started. */
final class LocalStack {

    private static final String DATA = "KVITT_DATA";
    private static final String SERVICE = "operations-service";
    private static final String TOKEN = "operations-token";

    private final Path data;

    LocalStack(Session session) {
        String configured = session.environment().getOrDefault(DATA, "");
        data = configured.isBlank() ? session.home().resolve(".kvitt") : Path.of(configured);
    }

    /** Base address of its operations-service; empty when no stack is up. */
    Optional<String> url() {
        try {
            Path state = data.resolve("run").resolve("stack.json");
            if (!Files.exists(state)) {
                return Optional.empty();
            }
            return Json.read(Files.readAllBytes(state))
                    .map(read -> read.path("ports").path(SERVICE).asInt(0))
                    .filter(port -> port > 0)
                    .map(port -> "http://127.0.0.1:" + port);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file with a token that may do everything there. */
    Path tokenFile() {
        return data.resolve("secrets").resolve(TOKEN);
    }
}
