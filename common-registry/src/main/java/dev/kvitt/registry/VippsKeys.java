package dev.kvitt.registry;

import java.util.List;

/**
 * The keys of a sales unit at Vipps MobilePay, as the portal gives them. Never logged.
 *
 * @param subscriptionKeys one or two interchangeable ones, the one in use first: with both here, one can be changed at Vipps without an
 *     interruption
 */
public record VippsKeys(String clientId, String clientSecret, List<String> subscriptionKeys) {

    public VippsKeys {
        subscriptionKeys = List.copyOf(subscriptionKeys);
    }

    @Override
    public String toString() {
        return "VippsKeys(hidden)";
    }
}
