package dev.kvitt.vipps.client;

import java.util.regex.Pattern;

/**
 * The MSN: the number of a sales unit at Vipps.
 *
 * @param value 4 to 7 digits, kept as text
 */
public record MerchantSerialNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4,7}");

    public MerchantSerialNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a merchant serial number is 4 to 7 digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
