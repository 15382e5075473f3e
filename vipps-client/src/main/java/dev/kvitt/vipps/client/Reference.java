package dev.kvitt.vipps.client;

import java.util.regex.Pattern;

/**
 * A payment's {@code reference}: chosen by the merchant, case-sensitive, unique per sales unit for ever. Order Management calls the same
 * value {@code orderId}.
 *
 * @param value 8 to 64 letters, digits and hyphens (ePayment schema)
 */
public record Reference(String value) {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9-]{8,64}");

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a payment reference is 8 to 64 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
