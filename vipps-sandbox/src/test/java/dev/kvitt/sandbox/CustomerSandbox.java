package dev.kvitt.sandbox;

import java.util.Map;

/** The open sandbox with customers of its own, without rate limits, where everything is agreed with the first merchant. */
public class CustomerSandbox extends OpenSandbox {

    static final String ADA = "4790000001";
    static final String NOBODY = "4790000002";

    static final Api FINNISH = new Api("456789", "finnish");

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = super.getConfigOverrides();
        config.put("sandbox.rate-limits", "false");
        config.put("sandbox.merchants[0].national-identity-allowed", "true");
        config.put("sandbox.merchants[0].express-allowed", "true");
        merchant(config, 3, FINNISH.msn(), "FI", "finnish");
        config.put("sandbox.customers[0].phone", ADA);
        config.put("sandbox.customers[0].first-name", "Ada");
        config.put("sandbox.customers[0].last-name", "Lovelace");
        config.put("sandbox.customers[0].email", "ada@example.com");
        config.put("sandbox.customers[0].birth-date", "1990-05-17");
        config.put("sandbox.customers[0].address.street-address", "Storgata 1");
        config.put("sandbox.customers[0].address.postal-code", "0154");
        config.put("sandbox.customers[0].address.region", "Oslo");
        config.put("sandbox.customers[1].phone", NOBODY);
        config.put("sandbox.customers[1].standing", "UNKNOWN");
        return config;
    }
}
