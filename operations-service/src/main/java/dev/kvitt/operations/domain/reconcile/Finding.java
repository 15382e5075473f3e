package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One difference. {@link #id} names it from run to run.
 *
 * @param saleId the sale, or empty
 * @param reference the payment, the ledger or the type of row it is about; may be empty
 * @param pspReference the movement, payout, row or date it is about; may be empty
 * @param currency of the amounts
 * @param expected minor units, where one can be said
 * @param found minor units, where one can be said
 * @param at when the payment was asked for, or its first row or the ledger's row booked
 */
public record Finding(
        FindingKind kind,
        String msn,
        String saleId,
        String reference,
        String pspReference,
        String currency,
        OptionalLong expected,
        OptionalLong found,
        Instant at) {

    /** What makes it the same finding in another run. */
    public record Id(FindingKind kind, String msn, String reference, String pspReference) {}

    public Id id() {
        return new Id(kind, msn, reference, pspReference);
    }

    /** What it is about, in minor units and never below 0: the difference, or the one amount that is known. */
    public long amount() {
        return Math.abs(expected.orElse(0) - found.orElse(0));
    }
}
