package dev.kvitt.sandbox;

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
        config.put("sandbox.rules.cancel-needs-idempotency-key", "true");
        config.put("sandbox.rules.repeated-cancel", "WRONG_STATE_FOR_CANCEL");
        config.put("sandbox.rules.cancel-events-carry-key", "true");
        config.put("sandbox.rules.key-scope", "SALES_UNIT");
        config.put("sandbox.rules.key-lifetime", "1H");
        config.put("sandbox.rules.create-is-replayed", "false");
        config.put("sandbox.rules.check-in-msn-field", "MERCHANT_SERIAL_NUMBER");
        config.put("sandbox.rules.webhook-id-header", "true");
        config.put("sandbox.rules.retries-freshly-dated", "false");
        config.put("sandbox.rules.unpaid-ends-as-cancelled", "true");
        config.put("sandbox.rules.receipt-needs-payment", "true");
        config.put("sandbox.rules.capture-guarantee-shown", "false");
        return config;
    }
}
