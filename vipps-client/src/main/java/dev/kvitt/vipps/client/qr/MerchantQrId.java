package dev.kvitt.vipps.client.qr;

/**
 * The merchant's own id of a printed code, unique within a sales unit. Vipps publishes no form for it.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, no control characters
 */
public record MerchantQrId(String value) {
    /** Longest id in characters: Vipps' limit of the other kind of printed code. */
    public static final int MAX_LENGTH = 128;

    public MerchantQrId {
        check("a merchantQrId", value);
    }

    static void check(String what, String value) {
        boolean pathStep = value.equals(".") || value.equals("..");
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || pathStep
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " is 1 to " + MAX_LENGTH + " characters without control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
