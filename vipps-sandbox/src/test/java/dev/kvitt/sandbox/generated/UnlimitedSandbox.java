package dev.kvitt.sandbox.generated;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As it starts, but as often as one likes. */
public class UnlimitedSandbox implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("sandbox.rate-limits", "false");
    }
}
