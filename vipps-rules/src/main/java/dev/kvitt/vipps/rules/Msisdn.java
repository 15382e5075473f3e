package dev.kvitt.vipps.rules;

import java.util.regex.Pattern;

/**
 * A customer's phone number: personal, so it never shows itself.
 *
 * @param value 9 to 15 digits with country code, without plus sign or spaces
 */
public record Msisdn(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{9,15}");

    public Msisdn {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A phone number has 9 to 15 digits, country code first");
        }
    }

    public static boolean isValid(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "Msisdn[hidden]";
    }
}
