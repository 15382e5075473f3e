package dev.kvitt.payment;

import dev.kvitt.events.seal.RemoteKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Timing;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the parts together that know no framework. */
public class Parts {

    @Produces
    @Singleton
    Saga saga(PaymentConfig config) {
        return new Saga(Timing.DEFAULT.withSelectionGrace(config.payment().selectionGrace()));
    }

    @Produces
    @Singleton
    VippsAccess vipps(PaymentConfig config, InstantSource clock) {
        var registry = Registry.load(config.registry());
        return new VippsAccess(registry, config.vipps().baseUrl(), "payment-service", clock);
    }

    void close(@Disposes VippsAccess vipps) {
        vipps.close();
    }

    @Produces
    @Singleton
    Sealer sealer(PaymentConfig config, InstantSource clock) {
        return new Sealer(new RemoteKeys(config.checkin().url().resolve("/keys"), null, clock), clock);
    }
}
