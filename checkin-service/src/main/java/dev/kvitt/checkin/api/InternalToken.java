package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** The token that the installation's own services share. Read at the start, so that a missing one is seen then. */
@Startup
@Singleton
public class InternalToken {

    private final Bearer bearer;

    InternalToken(CheckinConfig config) {
        this.bearer =
                new Bearer(SecretFile.read(config.internal().tokenFile(), "the bearer token that the services share"));
    }

    boolean allows(String authorization) {
        return bearer.allows(authorization);
    }
}
