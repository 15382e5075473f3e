package dev.kvitt.vipps.rules;

/**
 * The key a merchant sends with a write so that a retry is recognised.
 *
 * @param value 1 to 50 characters
 */
public record IdempotencyKey(String value) {

    public static final int MAX_LENGTH = 50;

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An Idempotency-Key has 1 to " + MAX_LENGTH + " characters");
        }
    }

    public static boolean isValid(String value) {
        return value != null && !value.isBlank() && value.length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return value;
    }
}
