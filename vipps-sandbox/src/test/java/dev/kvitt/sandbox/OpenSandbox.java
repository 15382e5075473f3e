package dev.kvitt.sandbox;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A sandbox with three merchants that delivers to this machine, a hundred times faster than in real time. */
public class OpenSandbox implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>();
        config.put("sandbox.allow-loopback-http", "true");
        config.put("sandbox.webhooks.retry-scale", "0.01");
        config.put("sandbox.webhooks.answer-timeout", "1S");
        merchant(config, 1, Api.OTHER.msn(), "NO", "other");
        merchant(config, 2, Api.DANISH.msn(), "DK", "danish");
        config.put("sandbox.merchants[2].push-allowed", "false");
        return config;
    }

    static void merchant(Map<String, String> config, int index, String msn, String market, String name) {
        String prefix = "sandbox.merchants[" + index + "].";
        config.put(prefix + "msn", msn);
        config.put(prefix + "name", name);
        config.put(prefix + "market", market);
        config.put(prefix + "client-id", name + "-client-id");
        config.put(prefix + "client-secret", name + "-client-secret");
        config.put(prefix + "subscription-key", name + "-subscription-key");
    }
}
