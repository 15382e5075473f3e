package dev.kvitt.checkin.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A bearer token that a caller must show. */
final class Bearer {

    private final byte[] expected;

    Bearer(String token) {
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
