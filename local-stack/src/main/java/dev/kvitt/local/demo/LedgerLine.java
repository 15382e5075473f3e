package dev.kvitt.local.demo;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import java.util.Locale;

/**
 * One sale's money as Kvitt said it last, beside what Vipps says.
 *
 * @param ours absent when Kvitt said nothing about money
 * @param receipts how many Vipps has; one is right exactly when something was captured
 */
record LedgerLine(String what, PaymentEvent last, Aggregate ours, Aggregate vipps, String state, int receipts) {

    static Aggregate sums(PaymentEvent last) {
        return switch (last) {
            case PaymentSettled settled -> settled.aggregate();
            case PaymentRefunded refunded -> refunded.aggregate();
            case PaymentUncollectable lost -> lost.aggregate();
            case PaymentReleased released -> released.aggregate();
            case PaymentEnded ended -> ended.aggregate();
            default -> null;
        };
    }

    boolean right() {
        var reserved = state.equals("CREATED")
                || (state.equals("AUTHORIZED") && !vipps.capturable().isZero());
        return vipps.equals(ours) && !reserved && receipts == (vipps.captured().isZero() ? 0 : 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "  %-28s %-10s  ours %s  Vipps %s  receipts %d  %s",
                what,
                last.getClass().getSimpleName().replace("Payment", "").toLowerCase(Locale.ROOT),
                ours == null ? "-" : text(ours),
                text(vipps),
                receipts,
                right() ? "agree" : "DIFFER");
    }

    private static String text(Aggregate sums) {
        return "%d/%d/%d/%d"
                .formatted(
                        sums.authorized().value(),
                        sums.captured().value(),
                        sums.cancelled().value(),
                        sums.refunded().value());
    }
}
