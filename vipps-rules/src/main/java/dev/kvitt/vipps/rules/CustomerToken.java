package dev.kvitt.vipps.rules;

/**
 * Names a customer who scanned a callback QR, for {@link TimeLimits#CUSTOMER_TOKEN}. Whoever holds it can send that
 * customer a payment request, so it never shows itself.
 *
 * @param value base64 text, not blank
 */
public record CustomerToken(String value) {

    public CustomerToken {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A customer token must not be blank");
        }
    }

    @Override
    public String toString() {
        return "CustomerToken[hidden]";
    }
}
