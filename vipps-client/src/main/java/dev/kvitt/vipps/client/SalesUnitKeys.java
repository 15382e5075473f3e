package dev.kvitt.vipps.client;

import java.util.List;
import java.util.Objects;

/**
 * A sales unit's keys for the Vipps APIs. All texts are trimmed and must be visible ASCII. {@code toString} shows the MSN only.
 *
 * @param msn the sales unit
 * @param clientId the {@code client_id}
 * @param clientSecret the {@code client_secret}
 * @param subscriptionKeys one or two interchangeable values of {@code Ocp-Apim-Subscription-Key}, the one in use first; Vipps gives two so
 *     that one can be changed without an interruption
 */
public record SalesUnitKeys(
        MerchantSerialNumber msn, String clientId, String clientSecret, List<String> subscriptionKeys) {

    /** Vipps gives a sales unit two subscription keys. */
    public static final int MAX_SUBSCRIPTION_KEYS = 2;

    public SalesUnitKeys {
        Objects.requireNonNull(msn, "msn");
        clientId = PastedText.visibleAscii("client id", clientId);
        clientSecret = PastedText.visibleAscii("client secret", clientSecret);
        if (subscriptionKeys.isEmpty() || subscriptionKeys.size() > MAX_SUBSCRIPTION_KEYS) {
            throw new IllegalArgumentException("a sales unit has 1 to " + MAX_SUBSCRIPTION_KEYS
                    + " subscription keys, not " + subscriptionKeys.size());
        }
        subscriptionKeys = subscriptionKeys.stream()
                .map(key -> PastedText.visibleAscii("subscription key", key))
                .toList();
    }

    @Override
    public String toString() {
        return "SalesUnitKeys[msn=" + msn + "]";
    }
}
