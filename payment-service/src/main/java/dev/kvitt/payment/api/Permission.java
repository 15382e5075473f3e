package dev.kvitt.payment.api;

/** What a token is good for. */
enum Permission {
    /** What became of sales, and news of tills. */
    READ,
    /** Opening sales and bringing them to their end. */
    SELL,
    /** Paying captured money back. */
    REFUND
}
