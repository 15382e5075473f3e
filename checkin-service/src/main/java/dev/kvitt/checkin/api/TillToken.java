package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The token that tills show to have values sealed. Never the services' own: that one opens what tills only seal. */
@Startup
@Singleton
public class TillToken {

    private final Optional<Bearer> bearer;

    TillToken(CheckinConfig config) {
        this.bearer = config.checkin()
                .sealTokenFile()
                .map(file -> new Bearer(SecretFile.read(file, "the bearer token of tills that have values sealed")));
    }

    /** False for everybody where no token is configured. */
    boolean allows(String authorization) {
        return bearer.filter(expected -> expected.allows(authorization)).isPresent();
    }
}
