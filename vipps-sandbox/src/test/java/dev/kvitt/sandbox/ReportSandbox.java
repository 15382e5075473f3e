package dev.kvitt.sandbox;

import java.util.Map;

/** The open sandbox with two merchants more, whose ledgers nobody else uses; lists show one ledger a page. */
public class ReportSandbox extends OpenSandbox {

    static final Api BULK = new Api("567890", "bulk");
    static final Api LONE = new Api("678901", "lone");

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = super.getConfigOverrides();
        config.put("sandbox.rate-limits", "false");
        config.put("sandbox.ledgers-page", "1");
        merchant(config, 3, BULK.msn(), "NO", "bulk");
        merchant(config, 4, LONE.msn(), "NO", "lone");
        config.put("sandbox.accounting-keys[0].msns", Api.DEMO.msn() + "," + BULK.msn());
        return config;
    }
}
