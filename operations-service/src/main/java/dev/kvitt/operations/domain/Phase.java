package dev.kvitt.operations.domain;

import java.util.Locale;

/** Where a sale stands. Refunds do not change it. */
public enum Phase {
    /** Something is known of it, but no opening. */
    SEEN,
    OPEN,
    /** A customer was asked, or is to be. */
    ASKED,
    RESERVED,
    /** Money was captured, and something is reserved still. */
    CAPTURED,
    /** Money was captured, and nothing is reserved any more. */
    SETTLED,
    /** What was reserved is the customer's again. */
    RELEASED,
    CANCELLED,
    ABORTED,
    EXPIRED,
    FAILED,
    /** No opening was accepted. */
    REFUSED,
    /** Goods were handed over, and their money cannot be had. */
    UNCOLLECTABLE;

    /** As rows and answers name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
