package dev.kvitt.vipps.client.report;

/**
 * A place in a list of Vipps, from one page to the next.
 *
 * @param value an opaque, non-empty text
 */
public record Cursor(String value) {
    public Cursor {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a cursor is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
