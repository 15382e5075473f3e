package dev.kvitt.gateway.vipps;

import dev.kvitt.gateway.VippsConfig;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry and the way to Vipps. */
public class VippsParts {

    @Produces
    @Singleton
    Registry registry(@ConfigProperty(name = "kvitt.registry") Path file) {
        return Registry.load(file);
    }

    /** At the start: settings that make no sense stop it there, and its circuit breakers are seen from then on. */
    @Startup
    @Produces
    @Singleton
    VippsAccess vipps(
            Registry registry,
            VippsConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.application.name") String name,
            InstantSource clock) {
        return new VippsAccess(registry, config, config.requestTimeout(), name, version, clock);
    }

    void close(@Disposes VippsAccess vipps) {
        vipps.close();
    }
}
