package dev.kvitt.gateway.vipps;

import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.VippsEnvironment;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
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

    @Produces
    @Singleton
    VippsAccess vipps(
            Registry registry,
            @ConfigProperty(name = "kvitt.vipps.base-url") URI base,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.application.name") String name,
            InstantSource clock) {
        return new VippsAccess(registry, base, VippsEnvironment.DEFAULT_REQUEST_TIMEOUT, name, version, clock);
    }

    void close(@Disposes VippsAccess vipps) {
        vipps.close();
    }
}
