package dev.kvitt.vipps.client.qr;

import java.util.regex.Pattern;

/**
 * The merchant's own id of a redirect code, unique within a sales unit.
 *
 * @param value 1 to {@value #MAX_LENGTH} of Vipps' characters: A to Z in both cases, æøå, digits, spaces and {@code - _ + %}; not only spaces
 */
public record RedirectQrId(String value) {
    /** Longest id in characters. */
    public static final int MAX_LENGTH = 128;

    private static final Pattern FORM = Pattern.compile("[-_+%æøåÆØÅ\\w ]{1," + MAX_LENGTH + "}");

    public RedirectQrId {
        if (value.isBlank() || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("the id of a redirect code is 1 to " + MAX_LENGTH
                    + " letters, digits, spaces and the characters - _ + %");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
