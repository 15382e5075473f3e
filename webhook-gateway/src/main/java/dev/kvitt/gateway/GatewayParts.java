package dev.kvitt.gateway;

import dev.kvitt.gateway.domain.PublicUrl;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The one clock, the one source of chance, and what is made from the settings. */
public class GatewayParts {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    PublicUrl publicUrl(GatewayConfig config) {
        return new PublicUrl(config.publicUrl());
    }
}
