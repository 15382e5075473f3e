package dev.kvitt.capture.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Market;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.epayment.EPayment;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The payments of each sales unit in the registry. */
@Singleton
public class SalesUnits {

    private final Registry registry;
    private final VippsAccess vipps;

    SalesUnits(Registry registry, VippsAccess vipps) {
        this.registry = registry;
        this.vipps = vipps;
    }

    /** Whether new payments may be asked for; what has begun is brought to its end in any case. */
    public boolean acceptsNewSales(Msn msn) {
        return registry.salesUnit(msn).filter(unit -> unit.acceptsNewSales()).isPresent();
    }

    public boolean knows(Msn msn) {
        return registry.salesUnit(msn).isPresent();
    }

    /** @throws java.util.NoSuchElementException for a sales unit that is not in the registry */
    Market market(Msn msn) {
        return registry.salesUnit(msn).orElseThrow().market();
    }

    Optional<EPayment> payments(Msn msn) {
        return vipps.of(msn).map(VippsApi::epayment);
    }
}
