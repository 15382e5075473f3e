package dev.kvitt.capture.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.epayment.EPayment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The payments of each sales unit in the registry. */
@Singleton
public class SalesUnits {

    private final Registry registry;
    private final VippsClient client;

    SalesUnits(Registry registry, VippsClient client) {
        this.registry = registry;
        this.client = client;
    }

    /** Whether new payments may be asked for; what has begun is brought to its end in any case. */
    public boolean acceptsNewSales(Msn msn) {
        return registry.salesUnit(msn).filter(unit -> unit.acceptsNewSales()).isPresent();
    }

    public boolean knows(Msn msn) {
        return registry.salesUnit(msn).isPresent();
    }

    Optional<EPayment> payments(Msn msn) {
        return registry.salesUnit(msn).map(unit -> client.forSalesUnit(new SalesUnitKeys(
                        new MerchantSerialNumber(msn.value()),
                        unit.keys().clientId(),
                        unit.keys().clientSecret(),
                        List.of(unit.keys().subscriptionKey())))
                .epayment());
    }
}
