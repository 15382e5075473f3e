package dev.kvitt.vipps.client.qr;

/**
 * What the customer's app shows after a scan.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters
 */
public record LocationDescription(String value) {
    /** Vipps' limit in characters. */
    public static final int MAX_LENGTH = 36;

    public LocationDescription {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a location description has 1 to " + MAX_LENGTH + " characters, not " + value.length());
        }
    }
}
