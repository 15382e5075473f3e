package dev.kvitt.local.demo;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.local.stack.Progress;
import java.util.List;
import java.util.Locale;

/**
 * One sale's money as Kvitt said it last, beside what Vipps says.
 *
 * @param ours absent when Kvitt said nothing about money
 * @param receipts how many Vipps has
 * @param receiptsWanted how many are right: one when something was captured, or when it went with the request
 */
record LedgerLine(
        String what,
        PaymentEvent last,
        Aggregate ours,
        Aggregate vipps,
        String state,
        int receipts,
        int receiptsWanted) {

    /** @param atCreate the receipt went with the request */
    static LedgerLine of(
            String what, PaymentEvent last, Phone phone, Msn msn, PaymentReference reference, boolean atCreate) {
        var vipps = phone.aggregate(msn, reference);
        return new LedgerLine(
                what,
                last,
                sums(last),
                vipps,
                phone.state(msn, reference),
                phone.receipts(msn, reference),
                atCreate || !vipps.captured().isZero() ? 1 : 0);
    }

    /** Prints the lines and whether all are right. */
    static boolean agree(List<LedgerLine> ledger, Progress progress) {
        progress.say("ledger beside Vipps' aggregate (authorized/captured/cancelled/refunded, minor units)");
        ledger.forEach(line -> progress.say(line.toString()));
        var right = ledger.stream().allMatch(LedgerLine::right);
        progress.say(right ? "both agree and nothing is left reserved" : "NOT RIGHT: see the lines marked DIFFER");
        return right;
    }

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
        return agrees() && !reserved && receipts == receiptsWanted;
    }

    /** Vipps calls a request that was taken back cancelled, though it held nobody's money; we may tell so before it does. */
    private boolean agrees() {
        return state.equals("TERMINATED")
                ? ours != null && ours.authorized().isZero() && ours.captured().isZero()
                : vipps.equals(ours);
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
