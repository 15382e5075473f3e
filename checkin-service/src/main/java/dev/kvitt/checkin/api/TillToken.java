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

    TillToken(CheckinConfig config, InternalToken services) {
        this.bearer = config.checkin()
                .sealTokenFile()
                .map(file -> SecretFile.read(file, "the bearer token of tills that have values sealed"))
                .map(token -> of(token, services));
    }

    private static Bearer of(String token, InternalToken services) {
        if (services.allows("Bearer " + token)) {
            throw new IllegalStateException(
                    "kvitt.checkin.seal-token-file holds the token that the services share. A till that"
                            + " has it could open all that was sealed in the last days. Give the tills another one.");
        }
        return new Bearer(token);
    }

    /** False for everybody where no token is configured. */
    boolean allows(String authorization) {
        return bearer.filter(expected -> expected.allows(authorization)).isPresent();
    }
}
