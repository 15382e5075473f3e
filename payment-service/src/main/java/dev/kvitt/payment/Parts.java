package dev.kvitt.payment;

import dev.kvitt.events.seal.RemoteKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Timing;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts together that know no framework. */
public class Parts {

    @Produces
    @Singleton
    Registry registry(PaymentConfig config) {
        return Registry.load(config.registry());
    }

    @Produces
    @Singleton
    Saga saga(PaymentConfig config) {
        return new Saga(Timing.DEFAULT.withSelectionGrace(config.payment().selectionGrace()));
    }

    /** At the start: settings that make no sense stop it there, and its circuit breakers are seen from then on. */
    @Startup
    @Produces
    @Singleton
    VippsAccess vipps(
            PaymentConfig config,
            Registry registry,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new VippsAccess(registry, config.vipps(), config.vipps().requestTimeout(), service, version, clock);
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
