package dev.kvitt.gateway.vipps;

import dev.kvitt.registry.Registry;
import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsClient;
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

    private static final String SYSTEM = "kvitt";

    @Produces
    @Singleton
    Registry registry(@ConfigProperty(name = "kvitt.registry") Path file) {
        return Registry.load(file);
    }

    @Produces
    @Singleton
    VippsClient client(
            @ConfigProperty(name = "kvitt.vipps.base-url") URI base,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.application.name") String name,
            InstantSource clock) {
        return new VippsClient(VippsEnvironment.of(base, new SystemName(SYSTEM, version, name, version)), clock);
    }

    void close(@Disposes VippsClient client) {
        client.close();
    }
}
