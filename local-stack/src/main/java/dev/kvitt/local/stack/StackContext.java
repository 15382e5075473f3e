package dev.kvitt.local.stack;

import dev.kvitt.local.postgres.Database;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a service can be told about the stack it runs in.
 *
 * @param home the project's root folder
 * @param data where this stack keeps everything
 * @param ports who listens where
 * @param databases by database name
 * @param token bearer token of the services' HTTP APIs
 * @param tuning how its JVM is set up
 */
public record StackContext(
        Path home, DataFolder data, Ports ports, Map<String, Database> databases, String token, JvmTuning tuning) {

    public StackContext {
        databases = Map.copyOf(databases);
    }

    @Override
    public String toString() {
        return "StackContext[" + data.root() + "]";
    }
}
