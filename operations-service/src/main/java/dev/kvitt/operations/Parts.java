package dev.kvitt.operations;

import dev.kvitt.events.seal.RemoteKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts that are made from configuration. Whatever is wrong with it stops the start. */
@ApplicationScoped
public class Parts {

    @Produces
    @Singleton
    Registry registry(OperationsConfig config) {
        return Registry.load(config.registry());
    }

    /** At the start: settings that make no sense stop it there, and its circuit breakers are seen from then on. */
    @Startup
    @Produces
    @Singleton
    VippsAccess vipps(
            OperationsConfig config,
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
    Sealer sealer(OperationsConfig config, InstantSource clock) {
        var url = config.checkin().url().toString().replaceAll("/+$", "") + "/keys";
        return new Sealer(new RemoteKeys(URI.create(url), null, clock), clock);
    }
}
