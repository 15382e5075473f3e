package dev.kvitt.sandbox.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one sales unit. There are two subscription keys, either as good as the other, so that one can be renewed
 * while the merchant's software uses the other.
 *
 * @param secondary empty = this sales unit has only one
 */
public record ApiKeys(
        String clientId, String clientSecret, SubscriptionKey primary, Optional<SubscriptionKey> secondary) {

    /**
     * One of the two.
     *
     * @param on false = renewed by the merchant: whoever still sends it is refused
     */
    public record SubscriptionKey(String value, boolean on) {
        boolean opensFor(String sent) {
            return on && value.equals(sent);
        }

        @Override
        public String toString() {
            return "SubscriptionKey[hidden]";
        }
    }

    /** Which of the two. */
    public enum Place {
        PRIMARY,
        SECONDARY
    }

    static ApiKeys of(SandboxConfig.MerchantConfig config) {
        return new ApiKeys(
                config.clientId(),
                config.clientSecret(),
                new SubscriptionKey(config.subscriptionKey(), true),
                config.secondarySubscriptionKey().map(value -> new SubscriptionKey(value, true)));
    }

    /** Whether a request with this subscription key may pass. */
    public boolean isOpenedBy(String subscriptionKey) {
        return Stream.of(Place.values())
                .flatMap(place -> key(place).stream())
                .anyMatch(key -> key.opensFor(subscriptionKey));
    }

    public boolean areOf(String id, String secret) {
        return clientId.equals(id) && clientSecret.equals(secret);
    }

    public List<Place> placesOn() {
        return Stream.of(Place.values())
                .filter(place -> key(place).filter(SubscriptionKey::on).isPresent())
                .toList();
    }

    private Optional<SubscriptionKey> key(Place place) {
        return place == Place.PRIMARY ? Optional.of(primary) : secondary;
    }

    /** The same keys with one of the two switched on or off. */
    ApiKeys with(Place place, boolean on) {
        return switch (place) {
            case PRIMARY -> new ApiKeys(clientId, clientSecret, new SubscriptionKey(primary.value(), on), secondary);
            case SECONDARY ->
                new ApiKeys(
                        clientId, clientSecret, primary, secondary.map(key -> new SubscriptionKey(key.value(), on)));
        };
    }

    @Override
    public String toString() {
        return "ApiKeys[hidden]";
    }
}
