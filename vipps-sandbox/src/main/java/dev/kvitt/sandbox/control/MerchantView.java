package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.ApiKeys;
import dev.kvitt.sandbox.domain.Merchant;
import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.Msisdn;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sales unit with its keys: they open nothing but this sandbox.
 *
 * @param secondarySubscriptionKey as good as the first; absent if there is none
 * @param subscriptionKeysOn those of the two that are not switched off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MerchantView(
        String msn,
        String name,
        String clientId,
        String clientSecret,
        String subscriptionKey,
        String secondarySubscriptionKey,
        List<ApiKeys.Place> subscriptionKeysOn,
        String market,
        Set<Agreement> agreements,
        List<String> customers) {

    static MerchantView of(Merchant merchant) {
        ApiKeys keys = merchant.keys();
        return new MerchantView(
                merchant.msn().value(),
                merchant.name(),
                keys.clientId(),
                keys.clientSecret(),
                keys.primary().value(),
                keys.secondary().map(ApiKeys.SubscriptionKey::value).orElse(null),
                keys.placesOn(),
                merchant.salesUnit().market().name(),
                new TreeSet<>(merchant.salesUnit().agreements()),
                merchant.customers().stream().map(Msisdn::value).toList());
    }

    @Override
    public String toString() {
        return "MerchantView[" + msn + "]";
    }
}
