package dev.kvitt.vipps.rules;

import java.util.regex.Pattern;

/**
 * Merchant serial number: one sales unit.
 *
 * @param value 4 to 7 digits
 */
public record Msn(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{4,7}");

    public Msn {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A merchant serial number has 4 to 7 digits");
        }
    }

    public static boolean isValid(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
