package dev.kvitt.vipps.client.report;

/**
 * Vipps' id of a ledger. It never changes, so it may be kept beside the sales unit.
 *
 * @param value a non-empty text, in practice digits
 */
public record LedgerId(String value) {
    public LedgerId {
        if (value.isBlank() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("not the id of a ledger: it is the text Vipps lists it by");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
