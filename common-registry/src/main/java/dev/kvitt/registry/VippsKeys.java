package dev.kvitt.registry;

/** The keys of a sales unit at Vipps MobilePay, as the portal gives them. Never logged. */
public record VippsKeys(String clientId, String clientSecret, String subscriptionKey) {

    @Override
    public String toString() {
        return "VippsKeys(hidden)";
    }
}
