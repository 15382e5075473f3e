package dev.kvitt.sandbox;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A sandbox that waits between attempts as long as Vipps does, by its own clock, and keeps few events waiting. */
public class RealLadder implements QuarkusTestProfile {

    static final int LANE_LIMIT = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "sandbox.allow-loopback-http", "true",
                "sandbox.rate-limits", "false",
                "sandbox.webhooks.lane-limit", String.valueOf(LANE_LIMIT));
    }
}
