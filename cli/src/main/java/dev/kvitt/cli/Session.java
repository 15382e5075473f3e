package dev.kvitt.cli;

import dev.kvitt.cli.text.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where a command was called.
 *
 * @param terminal where it speaks
 * @param environment variables that name the service and the token
 * @param home the project's root folder, in which a local stack's data folder may be
 * @param clock for times like {@code 24h}
 */
public record Session(Terminal terminal, Map<String, String> environment, Path home, InstantSource clock) {

    @Override
    public String toString() {
        return "Session[" + home + "]";
    }
}
