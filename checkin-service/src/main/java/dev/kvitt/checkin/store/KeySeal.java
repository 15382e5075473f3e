package dev.kvitt.checkin.store;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import dev.kvitt.checkin.SecretFile;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;

/** Seals day keys for the database (JWE, {@code dir}, {@code A256GCM}), so that a copy of the database opens nothing. */
public final class KeySeal {

    /** What A256GCM takes. */
    public static final int KEY_BYTES = DirectSeal.KEY_BYTES;

    private final DirectSeal seal;

    /** @throws IllegalArgumentException when the key has another length */
    public KeySeal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key that seals the day keys must have 32 bytes");
        }
        this.seal = new DirectSeal(key);
    }

    /**
     * Of the key in a file, in Base64.
     *
     * @throws IllegalStateException when the file does not hold such a key
     */
    public static KeySeal ofFile(Path file) {
        return new KeySeal(keyIn(file));
    }

    static byte[] keyIn(Path file) {
        var text = SecretFile.read(file, "32 random bytes in Base64, which seal the day keys");
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Without the cause: the decoder's message tells a part of the key.
            throw notAKey(file);
        }
        throw notAKey(file);
    }

    private static IllegalStateException notAKey(Path file) {
        return new IllegalStateException(
                "The file " + file + " does not hold 32 bytes in Base64. Put back the file this"
                        + " database was made with; for a new installation make one with: openssl rand -base64 32");
    }

    String seal(ECKey dayKey) {
        return seal.seal(dayKey.toJSONString(), null);
    }

    /**
     * @param kid the day that the key is stored under
     * @throws IllegalStateException when it was sealed with another key, or is that of another day
     */
    ECKey open(String kid, String sealed) {
        try {
            var dayKey = ECKey.parse(seal.open(sealed, null));
            if (kid.equals(dayKey.getKeyID())) {
                return dayKey;
            }
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "The day key of " + kid + " in the database was sealed with another key than that in"
                            + " kvitt.checkin.key-file; put back the file this database was made with. No value sealed"
                            + " on that day can be read until then. Should it be lost, empty the table sealing_key: new keys"
                            + " are made, and who was sealed with the old ones has to scan again.",
                    e);
        }
        throw new IllegalStateException(
                "The day key stored under " + kid + " is that of another day; restore the database.");
    }

    @Override
    public String toString() {
        return "KeySeal(hidden)";
    }
}
