package dev.kvitt.local.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who exists at the local Vipps MobilePay: two sales units, and customers with numbers nobody can have. */
final class SandboxMerchants {

    /** The sales unit with the machines. */
    static final String MSN = "123456";

    /** The sales unit whose customers' own codes are exchanged for their numbers. */
    static final String EXCHANGING_MSN = "234567";

    /** Norwegian numbers cannot begin with 1; these belong to nobody. */
    static final List<String> CUSTOMERS = List.of("4712345678", "4712345679", "4712345680");

    private static final List<String> KEYS = List.of("client-id", "client-secret", "subscription-key");

    private SandboxMerchants() {}

    /** The sandbox's properties; the same keys are in the stack's secrets, where the registry refers to them. */
    static Map<String, String> settings(Secrets secrets) {
        Map<String, String> settings = new HashMap<>();
        add(settings, 0, MSN, "Brus automater", secrets);
        add(settings, 1, EXCHANGING_MSN, "Brus kiosk", secrets);
        return settings;
    }

    /** The secrets that the registry refers to. */
    static List<String> secretNames() {
        return Stream.of(MSN, EXCHANGING_MSN)
                .flatMap(msn -> KEYS.stream().map(key -> StackSecrets.ofMerchant(msn, key)))
                .toList();
    }

    private static void add(Map<String, String> settings, int place, String msn, String name, Secrets secrets) {
        String prefix = "sandbox.merchants[" + place + "].";
        settings.put(prefix + "msn", msn);
        settings.put(prefix + "name", name);
        KEYS.forEach(key -> settings.put(prefix + key, secrets.password(StackSecrets.ofMerchant(msn, key))));
        settings.put(prefix + "customers", String.join(",", CUSTOMERS));
    }
}
