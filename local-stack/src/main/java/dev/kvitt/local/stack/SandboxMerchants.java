package dev.kvitt.local.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who exists at the local Vipps MobilePay: one sales unit, and customers with numbers nobody can have. */
final class SandboxMerchants {

    /** The sales unit of the registry's template. */
    static final String MSN = "123456";

    /** Norwegian numbers cannot begin with 1; these belong to nobody. */
    static final List<String> CUSTOMERS = List.of("4712345678", "4712345679", "4712345680");

    private static final String PREFIX = "SANDBOX_MERCHANTS_0__";

    private SandboxMerchants() {}

    /** The sandbox's settings; the same keys are in the stack's secrets, where the registry refers to them. */
    static Map<String, String> settings(Secrets secrets) {
        Map<String, String> settings = new HashMap<>();
        settings.put(PREFIX + "MSN", MSN);
        settings.put(PREFIX + "CLIENT_ID", secrets.password(StackSecrets.ofMerchant(MSN, "client-id")));
        settings.put(PREFIX + "CLIENT_SECRET", secrets.password(StackSecrets.ofMerchant(MSN, "client-secret")));
        settings.put(PREFIX + "SUBSCRIPTION_KEY", secrets.password(StackSecrets.ofMerchant(MSN, "subscription-key")));
        settings.put(PREFIX + "CUSTOMERS", String.join(",", CUSTOMERS));
        return settings;
    }
}
