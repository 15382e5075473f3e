package dev.kvitt.operations.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as the list of users keeps it: PBKDF2 with HMAC-SHA-256.
 *
 * @param iterations at least {@value #LEAST_ITERATIONS}
 * @param salt at least {@value #LEAST_SALT} bytes
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {

    static final int LEAST_ITERATIONS = 600_000;
    static final int LEAST_SALT = 16;
    private static final int BYTES = 32;

    PasswordHash {
        if (iterations < LEAST_ITERATIONS || salt.length < LEAST_SALT || hash.length != BYTES) {
            throw new IllegalArgumentException("a password needs at least " + LEAST_ITERATIONS + " iterations, "
                    + LEAST_SALT + " bytes of salt and a hash of " + BYTES + " bytes");
        }
    }

    /** For a name that nobody has: takes as long as a real one. */
    static PasswordHash nobodys() {
        return new PasswordHash(LEAST_ITERATIONS, new byte[LEAST_SALT], new byte[BYTES]);
    }

    static PasswordHash parse(String iterations, String salt, String hash) {
        var base64 = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(iterations), base64.decode(salt), base64.decode(hash));
    }

    boolean fits(String password) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * Byte.SIZE);
        try {
            var given = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return MessageDigest.isEqual(hash, given);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }
}
