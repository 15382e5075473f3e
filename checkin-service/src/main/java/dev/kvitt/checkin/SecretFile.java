package dev.kvitt.checkin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets in files. No text of its exceptions holds one. */
public final class SecretFile {

    private static final int MAX_BYTES = 4096;

    private SecretFile() {}

    /**
     * Without white space around it, which editors like to add.
     *
     * @param what as in messages, for example "the key that seals the day keys"
     * @throws IllegalStateException when there is no such file or nothing in it
     */
    public static String read(Path file, String what) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException("The file " + file + " is empty; it must hold " + what
                        + ". This service cannot start without it.");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file " + file + " cannot be read (" + e.getClass().getSimpleName() + "); it must hold " + what
                            + ". This service cannot start without it.",
                    e);
        }
    }
}
