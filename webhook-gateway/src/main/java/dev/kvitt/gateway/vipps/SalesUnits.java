package dev.kvitt.gateway.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.webhooks.Webhooks;
import jakarta.inject.Singleton;
import java.util.List;

/** Whose registrations are looked after: every enabled sales unit's. */
@Singleton
public class SalesUnits {

    private final Registry registry;
    private final VippsClient client;

    SalesUnits(Registry registry, VippsClient client) {
        this.registry = registry;
        this.client = client;
    }

    List<Msn> enabled() {
        return registry.salesUnits().stream()
                .filter(SalesUnit::enabled)
                .map(SalesUnit::msn)
                .toList();
    }

    Webhooks webhooks(Msn msn) {
        var unit = registry.salesUnit(msn).orElseThrow();
        var keys = unit.keys();
        return client.forSalesUnit(new SalesUnitKeys(
                        new MerchantSerialNumber(msn.value()),
                        keys.clientId(),
                        keys.clientSecret(),
                        List.of(keys.subscriptionKey())))
                .webhooks();
    }
}
