package dev.kvitt.vipps.client;

/**
 * Vipps' own id of a payment or of one event of it. A payment's differs from that of its capture or refund event, by design.
 *
 * @param value an opaque, non-empty text; its form varies
 */
public record PspReference(String value) {
    public PspReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a pspReference is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
