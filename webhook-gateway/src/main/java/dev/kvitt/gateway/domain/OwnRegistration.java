package dev.kvitt.gateway.domain;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A registration as we stored it, without its secret.
 *
 * @param url as registered or to be registered
 * @param vippsId Vipps' id; absent while WANTED
 * @param secretReadable whether the stored secret can be opened with the key we have; false while WANTED
 * @param retiredAt only when RETIRED
 */
public record OwnRegistration(
        UUID id,
        Kind kind,
        URI url,
        RegistrationState state,
        Optional<String> vippsId,
        boolean secretReadable,
        Instant createdAt,
        Optional<Instant> retiredAt) {

    boolean is(RegistrationState wanted) {
        return state == wanted;
    }

    /** Without the URL, whose path is secret. */
    @Override
    public String toString() {
        return "OwnRegistration[" + id + ", " + kind + ", " + state + "]";
    }
}
