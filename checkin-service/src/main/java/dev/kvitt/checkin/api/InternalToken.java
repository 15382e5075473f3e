package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The token that the installation's own services share. Read at the start, so that a missing one is seen then. */
@Startup
@Singleton
public class InternalToken {

    private final byte[] expected;

    InternalToken(CheckinConfig config) {
        var token = SecretFile.read(config.internal().tokenFile(), "the bearer token that the services share");
        this.expected = bytes("Bearer " + token);
    }

    /**
     * Takes the same time for every wrong token.
     *
     * @param authorization the header, may be absent
     */
    boolean allows(String authorization) {
        return authorization != null && MessageDigest.isEqual(expected, bytes(authorization));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
