package dev.kvitt.sandbox.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chance as a pure function, so that a run can be repeated whatever comes first in it. */
final class Dice {

    private static final int UNUSED_BITS = 11;
    private static final double STEP = 0x1.0p-53;

    private Dice() {}

    /** At least 0 and less than 1; the same for the same arguments, for ever. */
    static double roll(long seed, String faultId, String identity, int attempt) {
        String all = seed + "\n" + faultId + "\n" + attempt + "\n" + identity;
        long bits = ByteBuffer.wrap(sha256().digest(all.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return (bits >>> UNUSED_BITS) * STEP;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256: no fault can be decided", e);
        }
    }
}
