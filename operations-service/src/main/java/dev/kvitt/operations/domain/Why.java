package dev.kvitt.operations.domain;

/** Why a sale stands on the deadline board. */
public enum Why {
    /** A customer's money is reserved: it must be captured or given back before Vipps does so by itself. */
    RESERVED("reserved"),
    /** A customer has approved, and the point of sale was not told of it, so it may ask for another payment. */
    PAID_TILL_DOES_NOT_KNOW("paid-till-does-not-know"),
    /** The goods are gone, and Vipps refused their money for good; shown for 30 days. */
    DELIVERED_NOT_COLLECTABLE("delivered-not-collectable");

    private final String word;

    Why(String word) {
        this.word = word;
    }

    /** In answers, metrics and the database's statements. */
    public String word() {
        return word;
    }
}
