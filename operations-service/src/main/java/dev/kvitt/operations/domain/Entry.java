package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import java.time.Instant;

/**
 * One side of a movement of money.
 *
 * @param n counts the entries of a payment from 1
 * @param amount signed, in minor units; the entries of a payment add up to nothing
 */
public record Entry(String reference, int n, Account account, long amount, Currency currency, Instant at) {

    /** Where money can be. */
    public enum Account {
        /** The customer's own; what left it is negative. */
        CUSTOMER,
        RESERVED,
        /** Captured, to be paid out. */
        MERCHANT,
        /** Paid back after it was captured. */
        REFUNDED
    }
}
