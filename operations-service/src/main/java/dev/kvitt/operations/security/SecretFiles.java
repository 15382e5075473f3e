package dev.kvitt.operations.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets in files. No text of its exceptions holds one. */
final class SecretFiles {

    private static final int MOST_BYTES = 65_536;

    private SecretFiles() {}

    /** Without white space around it, which editors like to add. */
    static String line(Path file, String what) {
        var text = text(file, what).strip();
        if (text.isEmpty()) {
            throw new IllegalStateException(
                    "The file " + file + " is empty; it must hold " + what + ". This service cannot start without it.");
        }
        return text;
    }

    static String text(Path file, String what) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file " + file + " cannot be read (" + e.getClass().getSimpleName() + "); it must hold " + what
                            + ". This service cannot start without it.",
                    e);
        }
    }
}
