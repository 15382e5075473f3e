package dev.kvitt.capture.support;

import dev.kvitt.local.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Settings of a capture-service whose Vipps and checkin-service is {@link dev.kvitt.capture.fake.FakeVipps}. */
public final class CaptureTestResource implements QuarkusTestResourceLifecycleManager {

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
                  - msn: "999999"
                    name: Closed for good
                    market: NO
                    enabled: false
                    keys: {clientId: "file:key", clientSecret: "file:key", subscriptionKey: "file:key"}
                    shops: []
            """;

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("capture-test");
            var url = "http://127.0.0.1:" + FreePorts.several(1).getFirst();
            return Map.of(
                    "kvitt.registry",
                    write("registry.yaml", REGISTRY),
                    "kvitt.internal.token-file",
                    write("key", "internal-token\n"),
                    "kvitt.vipps.base-url",
                    url,
                    "kvitt.vipps.request-timeout",
                    "PT3S",
                    "kvitt.vipps.token-pause",
                    "PT0.1S",
                    "kvitt.vipps.circuit.minimum-calls",
                    "20",
                    "kvitt.checkin.url",
                    url);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the test cannot be written", e);
        }
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
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
