package dev.kvitt.gateway.store;

import dev.kvitt.gateway.GatewayConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** Reads the key that seals webhook secrets. */
public class SealKeyFile {

    private static final int KEY_BYTES = 32;

    @Produces
    @Singleton
    SecretSeal seal(GatewayConfig config) {
        return new SecretSeal(new SecretKeySpec(read(config.keyFile()), "AES"));
    }

    /** @throws IllegalStateException when the file is not there or holds no key; without it nothing can be verified */
    static byte[] read(Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw unusable(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            throw unusable(file, "is not Base64");
        }
        if (key.length != KEY_BYTES) {
            throw unusable(file, "holds " + key.length + " bytes");
        }
        return key;
    }

    /** Without the cause: a decoder's message shows a character of the key. */
    private static IllegalStateException unusable(Path file, String why) {
        return new IllegalStateException("The key that seals webhook secrets, " + file + ", " + why
                + ". No webhook can be verified without it. Put the installation's key there: " + KEY_BYTES
                + " random bytes in Base64 (kvitt.gateway.key-file).");
    }
}
