package dev.kvitt.sandbox;

import dev.kvitt.vipps.rules.Switch;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Every switch the other way, and a journal of ten entries. */
public class SwitchedSandbox implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>();
        config.put("sandbox.allow-loopback-http", "true");
        config.put("sandbox.rate-limits", "false");
        config.put("sandbox.journal-limit", "10");
        config.put("sandbox.webhooks.retry-scale", "0.01");
        for (Switch each : Switch.all()) {
            config.put("sandbox.rules." + each.key(), Switch.text(each.others().getFirst()));
        }
        return config;
    }
}
