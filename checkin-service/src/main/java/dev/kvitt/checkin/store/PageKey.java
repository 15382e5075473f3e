package dev.kvitt.checkin.store;

import dev.kvitt.checkin.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only this installation can say: signs what a browser is to bring back. All replicas have the same key file, so all say the same. */
public final class PageKey {

    private static final String MAC = "HmacSHA256";

    private final byte[] key;

    /** @param key of the installation, for other purposes as well */
    PageKey(byte[] key) {
        this.key = mac(key, "kvitt payment page");
    }

    /** @throws IllegalStateException when the file does not hold such a key */
    public static PageKey ofFile(Path file) {
        var text = SecretFile.read(file, "32 random bytes in Base64");
        try {
            return new PageKey(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // Without the cause: the decoder's message tells a part of the key.
            throw new IllegalStateException("The file " + file + " does not hold 32 bytes in Base64");
        }
    }

    /** The same for the same parts, and nobody else can tell it. */
    public String sign(String... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text.toString()));
    }

    /** Takes the same time for every wrong signature. */
    public boolean isSigned(String signature, String... parts) {
        return signature != null
                && MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.UTF_8), sign(parts).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return "PageKey(hidden)";
    }
}
