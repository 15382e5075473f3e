package dev.kvitt.gateway.world;

import dev.kvitt.gateway.GatewayConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The settings with their defaults, where a test says nothing else. */
public final class Settings {

    private static final int PRIORITY = 200;

    private Settings() {}

    /** @param changed by name, without {@code kvitt.gateway.} */
    public static GatewayConfig of(Map<String, String> changed) {
        var all = new HashMap<String, String>();
        all.put("kvitt.gateway.public-url", GatewayWorld.PUBLIC_URL);
        all.put("kvitt.gateway.key-file", "gateway-key");
        changed.forEach((name, value) -> all.put("kvitt.gateway." + name, value));
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withConverter(Duration.class, PRIORITY, new DurationConverter())
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
