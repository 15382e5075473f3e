package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.List;

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
        SalesUnit salesUnit = new SalesUnit(
                new Msn(config.msn()),
                config.market(),
                config.pushAllowed(),
                config.partialCaptureAllowed(),
                config.longLivingAllowed());
        List<Msisdn> customers = config.customers().orElse(List.of()).stream()
                .map(number -> new Msisdn(number.trim()))
                .toList();
        return new Merchant(salesUnit, config.name(), ApiKeys.of(config), customers);
    }

    /** The same merchant with one of its subscription keys switched on or off. */
    public Merchant withKey(ApiKeys.Place place, boolean on) {
        return new Merchant(salesUnit, name, keys.with(place, on), customers);
    }

    public Msn msn() {
        return salesUnit.msn();
    }

    @Override
    public String toString() {
        return "Merchant[" + msn() + "]";
    }
}
