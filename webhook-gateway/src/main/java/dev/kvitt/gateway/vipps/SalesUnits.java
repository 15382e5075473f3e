package dev.kvitt.gateway.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.webhooks.Webhooks;
import jakarta.inject.Singleton;
import java.util.List;

/** Whose registrations are looked after: every enabled sales unit's. */
@Singleton
public class SalesUnits {

    private final Registry registry;
    private final VippsAccess vipps;

    SalesUnits(Registry registry, VippsAccess vipps) {
        this.registry = registry;
        this.vipps = vipps;
    }

    List<Msn> enabled() {
        return registry.salesUnits().stream()
                .filter(SalesUnit::enabled)
                .map(SalesUnit::msn)
                .toList();
    }

    Webhooks webhooks(Msn msn) {
        return vipps.of(msn).orElseThrow().webhooks();
    }
}
