package dev.kvitt.vipps.client.epayment;

/**
 * What the customer reads in the app, and the merchant in the portal and the settlement files.
 *
 * @param value {@value #MIN_LENGTH} to {@value #MAX_LENGTH} characters
 */
public record PaymentDescription(String value) {
    /** Shortest description in characters. */
    public static final int MIN_LENGTH = 3;
    /** Longest description in characters. */
    public static final int MAX_LENGTH = 100;

    public PaymentDescription {
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a payment description has " + MIN_LENGTH + " to " + MAX_LENGTH
                    + " characters, not " + value.length());
        }
    }
}
