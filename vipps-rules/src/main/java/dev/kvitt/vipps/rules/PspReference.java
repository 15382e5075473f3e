package dev.kvitt.vipps.rules;

/**
 * Vipps' id of one event of a payment. Opaque: formats differ between events.
 *
 * @param value not blank
 */
public record PspReference(String value) {

    public PspReference {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A pspReference must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
