package dev.kvitt.vipps.client.orders;

import java.util.regex.Pattern;

/**
 * The merchant's own id of an image. An image can never be replaced, so put a version into the id.
 *
 * @param value 1 to {@value #MAX_LENGTH} letters, digits and {@code - _ .}
 */
public record ImageId(String value) {
    /** Longest id in characters. */
    public static final int MAX_LENGTH = 128;

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_.-]{1," + MAX_LENGTH + "}");

    public ImageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the id of an image is 1 to " + MAX_LENGTH + " letters, digits and the characters - _ .");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
