package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.PaymentEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * Something to go wrong with the rows of captures or refunds to come.
 *
 * @param msn whose; absent = anybody's
 * @param reference of which payment; absent = any
 * @param entryType {@code capture} or {@code refund}; absent = both
 * @param by of LATE: how much later than usual
 * @param amount minor units; of EXTRA_FEE the second fee, more than 0; of OTHER_AMOUNT what is added, not 0
 * @param times how many events it hits
 */
public record Twist(
        Kind kind,
        Optional<Msn> msn,
        Optional<String> reference,
        Optional<String> entryType,
        Duration by,
        long amount,
        int times) {

    /** What goes wrong. */
    public enum Kind {
        /** Neither the row nor its fees are ever booked. */
        MISSING,
        LATE,
        /** A capture has another fee besides. */
        EXTRA_FEE,
        /** The row's amount is not the event's. */
        OTHER_AMOUNT,
        /** The row is booked a second time. */
        TWICE
    }

    boolean fits(PaymentEvent event, String type) {
        return msn.filter(one -> !one.equals(event.msn())).isEmpty()
                && reference
                        .filter(one -> !one.equals(event.reference().value()))
                        .isEmpty()
                && entryType.filter(one -> !one.equals(type)).isEmpty()
                && (kind != Kind.EXTRA_FEE || type.equals(EntryTypes.CAPTURE));
    }

    Twist once() {
        return new Twist(kind, msn, reference, entryType, by, amount, times - 1);
    }
}
