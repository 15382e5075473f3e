package dev.kvitt.vipps.client.report;

import dev.kvitt.vipps.client.PspReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a ledger; never changed once it is there.
 *
 * @param type what it stands for
 * @param amount what happened to the balance
 * @param balanceBefore the balance before, where Vipps says it
 * @param balanceAfter the balance after, where Vipps says it
 * @param time when, by Vipps' clock
 * @param ledgerDate the date it is booked on; a fee's may be later than its capture's
 * @param pspReference Vipps' id of what moved: that of the capture's or refund's own event, and for its fees the same. A payout's is the
 *     ledger's id, a hyphen and the payout's number
 * @param reference the merchant's name for the payment; a payout's is the text at the bank, in some markets
 * @param recipient the point of sale, where there is one
 */
public record LedgerEntry(
        EntryType type,
        SignedAmount amount,
        Optional<SignedAmount> balanceBefore,
        Optional<SignedAmount> balanceAfter,
        Instant time,
        LocalDate ledgerDate,
        Optional<PspReference> pspReference,
        Optional<String> reference,
        Optional<RecipientHandle> recipient) {

    public LedgerEntry {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(balanceBefore, "balanceBefore");
        Objects.requireNonNull(balanceAfter, "balanceAfter");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(ledgerDate, "ledgerDate");
        Objects.requireNonNull(pspReference, "pspReference");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(recipient, "recipient");
    }
}
