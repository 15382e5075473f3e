package dev.kvitt.gateway.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts what stands around the gateway and gives it to the test's fields.
 *
 * <p>Init arguments: {@code broker=dead}, nobody listens where Kafka should be; {@code checkin=dead}, nobody gives keys.
 */
public final class GatewayWorld implements QuarkusTestResourceLifecycleManager {

    public static final String MSN = "123456";
    public static final String PUBLIC_URL = "https://pay.example.com:8443/kvitt";

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
                    keys:
                      clientId: file:key
                      clientSecret: file:key
                      subscriptionKey: file:key
                    shops: []
                  - msn: "654321"
                    name: Switched off
                    market: NO
                    enabled: false
                    keys:
                      clientId: file:key
                      clientSecret: file:key
                      subscriptionKey: file:key
                    shops: []
            """;

    private Map<String, String> arguments = Map.of();
    private FakeVipps vipps;
    private FakeCheckin checkin;
    private Path folder;

    @Override
    public void init(Map<String, String> given) {
        arguments = given;
    }

    /** After the resource that names the real broker, so that a dead one can take its place. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            vipps = new FakeVipps();
            checkin = new FakeCheckin();
            folder = Files.createTempDirectory("gateway-test");
            Files.writeString(folder.resolve("key"), "key-of-the-test");
            Files.writeString(folder.resolve("gateway-key"), Base64.getEncoder().encodeToString(new byte[32]));
            var settings = new HashMap<String, String>();
            settings.put(
                    "kvitt.registry",
                    Files.writeString(folder.resolve("registry.yaml"), REGISTRY).toString());
            settings.put("kvitt.vipps.base-url", vipps.url());
            settings.put("kvitt.checkin.url", isDead("checkin") ? "http://" + nobody() : checkin.url());
            settings.put("kvitt.secrets-dir", folder.toString());
            settings.put("kvitt.gateway.public-url", PUBLIC_URL);
            // Tests make the rounds themselves, after the one at the start.
            settings.put("kvitt.gateway.upkeep-interval", "1H");
            settings.put("kvitt.gateway.body-timeout", "1S");
            settings.put("kvitt.gateway.lookup-interval", "0S");
            if (isDead("broker")) {
                settings.put("kvitt.kafka.bootstrap", nobody());
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isDead(String part) {
        return "dead".equals(arguments.get(part));
    }

    private static String nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(vipps, new TestInjector.MatchesType(FakeVipps.class));
        injector.injectIntoFields(checkin, new TestInjector.MatchesType(FakeCheckin.class));
    }

    @Override
    public void stop() {
        vipps.close();
        checkin.close();
        try {
            for (var name : new String[] {"key", "gateway-key", "registry.yaml", ""}) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
