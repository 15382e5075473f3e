package dev.kvitt.checkin.store;

import com.nimbusds.jose.JOSEException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals customers' numbers for the database: each with a key of its own, which is sealed with one made from the key file. So a
 * copy of the database alone opens nothing, and a number whose key was deleted is gone, whoever has the file.
 */
public final class CustomerSeal {

    private static final String MAC = "HmacSHA256";

    /** Of an id, in bytes: nobody meets another one by chance. */
    private static final int ID_BYTES = 16;

    private static final Pattern ID = Pattern.compile("c-[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();
    private final DirectSeal keys;
    private final byte[] hashing;
    private final byte[] naming;

    /** @param key of the installation, {@value DirectSeal#KEY_BYTES} bytes; other keys are made from it, one for each use */
    public CustomerSeal(byte[] key) {
        this.keys = new DirectSeal(mac(key, "kvitt customer keys"));
        this.hashing = mac(key, "kvitt customer numbers");
        this.naming = mac(key, "kvitt customer ids");
    }

    /**
     * Of the key in the file that the day keys are sealed with, too.
     *
     * @throws IllegalStateException when the file does not hold such a key
     */
    public static CustomerSeal ofFile(Path file) {
        return new CustomerSeal(KeySeal.keyIn(file));
    }

    /** A number and its key, as they are stored. */
    record SealedNumber(String number, String key) {}

    SealedNumber seal(String customerId, String number) {
        var key = new byte[DirectSeal.KEY_BYTES];
        random.nextBytes(key);
        var sealedKey = keys.seal(Base64.getEncoder().encodeToString(key), customerId);
        return new SealedNumber(new DirectSeal(key).seal(number, customerId), sealedKey);
    }

    /** @throws IllegalStateException when it was sealed with the key of another file, or for another customer */
    String open(String customerId, SealedNumber sealed) {
        try {
            var key = Base64.getDecoder().decode(keys.open(sealed.key(), customerId));
            return new DirectSeal(key).open(sealed.number(), customerId);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(
                    "The number of a customer in the database was sealed with another key than that in"
                            + " kvitt.checkin.key-file; put back the file this database was made with. Should it be lost,"
                            + " erase the customers: tills then ask for a number or a code, and customers are remembered anew.",
                    e);
        }
    }

    /** The same number of the same merchant has the same; without the key file nobody can try numbers. */
    String hash(String merchant, String number) {
        return text(mac(hashing, merchant, number));
    }

    /** The same sale remembers its customer by the same id, also when a restored database reads of it once more. */
    String idOf(String merchant, String saleKey) {
        return "c-" + text(Arrays.copyOf(mac(naming, merchant, saleKey), ID_BYTES));
    }

    /** Whether a text can be an id that {@link #idOf} makes. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Each part with its length before it, so that no two lists of parts run together. */
    private static byte[] mac(byte[] key, String... parts) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return "CustomerSeal(hidden)";
    }
}
