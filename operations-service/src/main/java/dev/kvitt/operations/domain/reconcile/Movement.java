package dev.kvitt.operations.domain.reconcile;

/** Money that moved between a customer and a merchant. */
public enum Movement {
    /** Taken from the customer. */
    CAPTURE,
    /** Given back. */
    REFUND
}
