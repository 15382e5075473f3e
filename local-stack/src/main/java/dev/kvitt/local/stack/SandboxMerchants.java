package dev.kvitt.local.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who exists at the local Vipps MobilePay: two sales units, and customers with numbers nobody can have. */
final class SandboxMerchants {

    /** The sales unit with the machines. */
    static final String MSN = "123456";

    /** The sales unit whose customers' own codes are exchanged for their numbers. */
    static final String EXCHANGING_MSN = "234567";

    /** Norwegian numbers cannot begin with 1; these belong to nobody. */
    static final List<String> CUSTOMERS = List.of("4712345678", "4712345679", "4712345680");

    private SandboxMerchants() {}

    /** The sandbox's settings; the same keys are in the stack's secrets, where the registry refers to them. */
    static Map<String, String> settings(Secrets secrets) {
        Map<String, String> settings = new HashMap<>();
        add(settings, 0, MSN, "Brus automater", secrets);
        add(settings, 1, EXCHANGING_MSN, "Brus kiosk", secrets);
        return settings;
    }

    private static void add(Map<String, String> settings, int place, String msn, String name, Secrets secrets) {
        String prefix = "SANDBOX_MERCHANTS_" + place + "__";
        settings.put(prefix + "MSN", msn);
        settings.put(prefix + "NAME", name);
        settings.put(prefix + "CLIENT_ID", secrets.password(StackSecrets.ofMerchant(msn, "client-id")));
        settings.put(prefix + "CLIENT_SECRET", secrets.password(StackSecrets.ofMerchant(msn, "client-secret")));
        settings.put(prefix + "SUBSCRIPTION_KEY", secrets.password(StackSecrets.ofMerchant(msn, "subscription-key")));
        settings.put(prefix + "CUSTOMERS", String.join(",", CUSTOMERS));
    }
}
