package dev.kvitt.vipps.rules;

import java.util.regex.Pattern;

/**
 * The merchant's own id of a payment, unique per sales unit (not between sales units) and case-sensitive.
 *
 * @param value 8 to 64 letters, digits and hyphens (64 since ePayment 1.7.0)
 */
public record Reference(String value) {

    /** The pattern as the API's error message quotes it. */
    public static final String PATTERN = "^[a-zA-Z0-9-]{8,64}$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    public Reference {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A reference must match " + PATTERN);
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
