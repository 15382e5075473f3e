package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * One row of Vipps' report. Amounts are minor units, signed.
 *
 * @param ledger Vipps' id of the ledger
 * @param topic funds or fees
 * @param position its place in the feed, from 1
 * @param msn the sales unit; empty where the row is of none of ours
 * @param reference the merchant's name of the payment; empty where there is none
 * @param pspReference that of the movement, or of the payout; empty where there is none
 * @param type Vipps' word
 * @param amount what happened to the balance
 * @param before the balance before, where Vipps says it
 * @param after the balance after, where Vipps says it
 * @param time when, by Vipps' clock
 * @param date the ledger's date
 */
public record ReportRow(
        String ledger,
        Topic topic,
        long position,
        String msn,
        String reference,
        String pspReference,
        String type,
        String currency,
        long amount,
        OptionalLong before,
        OptionalLong after,
        Instant time,
        LocalDate date) {

    /** The two lists of a ledger. */
    public enum Topic {
        /** What is owed to the merchant. */
        FUNDS,
        /** What the merchant owes. */
        FEES
    }

    EntryKind kind() {
        return EntryKind.of(type);
    }

    /** What names the row: its pspReference, or else its place. */
    String name() {
        return pspReference.isEmpty() ? place() : pspReference;
    }

    /** Its place in the feed, such as {@code 1234/funds/17}. */
    String place() {
        return ledger + "/" + topic.name().toLowerCase(Locale.ROOT) + "/" + position;
    }
}
