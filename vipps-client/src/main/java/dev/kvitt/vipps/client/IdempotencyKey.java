package dev.kvitt.vipps.client;

import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} of an operation that moves or holds money. A repeat with the same key and the same body is one operation;
 * derive it from your own operation id so that a repeat after a crash has the same key.
 *
 * @param value 1 to {@value #MAX_LENGTH} visible ASCII characters
 */
public record IdempotencyKey(String value) {
    /** Vipps' limit. */
    public static final int MAX_LENGTH = 50;

    private static final Pattern FORM = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "an idempotency key is 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
    }

    /** Whether a text has the form of a key. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
