package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sales unit with the keys its software uses.
 *
 * @param customers made-up customers, for those who drive the sandbox
 */
public record Merchant(SalesUnit salesUnit, String name, ApiKeys keys, List<Msisdn> customers) {

    public Merchant {
        customers = List.copyOf(customers);
    }

    static Merchant of(SandboxConfig.MerchantConfig config) {
        SalesUnit salesUnit = new SalesUnit(new Msn(config.msn()), config.market(), agreements(config));
        List<Msisdn> customers = config.customers().orElse(List.of()).stream()
                .map(number -> new Msisdn(number.trim()))
                .toList();
        return new Merchant(salesUnit, config.name(), ApiKeys.of(config), customers);
    }

    /** The same merchant with one of its subscription keys switched on or off. */
    public Merchant withKey(ApiKeys.Place place, boolean on) {
        return new Merchant(salesUnit, name, keys.with(place, on), customers);
    }

    private static Set<Agreement> agreements(SandboxConfig.MerchantConfig config) {
        Map<Agreement, Boolean> all = new EnumMap<>(Agreement.class);
        all.put(Agreement.PUSH_MESSAGE, config.pushAllowed());
        all.put(Agreement.PARTIAL_CAPTURE, config.partialCaptureAllowed());
        all.put(Agreement.LONG_LIVING, config.longLivingAllowed());
        all.put(Agreement.EXPRESS, config.expressAllowed());
        all.put(Agreement.NATIONAL_IDENTITY, config.nationalIdentityAllowed());
        all.put(Agreement.LATE_CAPTURE, config.lateCaptureAllowed());
        all.put(Agreement.REFUND, config.refundAllowed());
        all.put(Agreement.BANK_ACCOUNT, config.bankAccountVerified());
        all.values().removeIf(agreed -> !agreed);
        return all.keySet();
    }

    /** The same merchant with something agreed, or no longer. */
    public Merchant withAgreement(Agreement agreement, boolean given) {
        SalesUnit changed = given ? salesUnit.with(agreement) : salesUnit.without(agreement);
        return new Merchant(changed, name, keys, customers);
    }

    public Msn msn() {
        return salesUnit.msn();
    }

    @Override
    public String toString() {
        return "Merchant[" + msn() + "]";
    }
}
