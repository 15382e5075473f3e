package dev.kvitt.operations.support;

import dev.kvitt.local.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Settings of an operations-service; nobody answers where its Vipps would be. */
public final class OperationsTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String REGISTRY =
            """
            installation: test
            merchants:
              - id: brus
                name: Brus AS
                salesUnits:
                  - msn: "123456"
                    name: Brus automater
                    market: NO
                    keys: {clientId: "file:key", clientSecret: "file:key", subscriptionKey: "file:key"}
                    shops: []
            """;

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("operations-test");
            Files.writeString(folder.resolve("key"), "key", StandardCharsets.UTF_8);
            var registry = Files.writeString(folder.resolve("registry.yaml"), REGISTRY, StandardCharsets.UTF_8);
            var url = "http://127.0.0.1:" + FreePorts.several(1).getFirst();
            return Map.of(
                    "kvitt.registry",
                    registry.toString(),
                    "kvitt.vipps.base-url",
                    url,
                    "kvitt.checkin.url",
                    url,
                    // Tests begin the runs that they look at.
                    "kvitt.reconciliation.hourly",
                    "false",
                    // One test's Vipps says no or is away; the next test's is not made to wait for it.
                    "kvitt.vipps.token-pause",
                    "PT0.001S",
                    "kvitt.vipps.circuit.minimum-calls",
                    "1000",
                    "kvitt.vipps.circuit.window",
                    "1000");
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the test cannot be written", e);
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(folder.resolve("registry.yaml"));
            Files.deleteIfExists(folder.resolve("key"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the test cannot be removed", e);
        }
    }
}
