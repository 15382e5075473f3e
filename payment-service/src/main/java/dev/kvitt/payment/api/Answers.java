package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleId;
import dev.kvitt.payment.domain.Attempt;
import dev.kvitt.payment.domain.Operation;
import dev.kvitt.payment.domain.Refund;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.store.StoredSales.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes of a sale as it is stored what a point of sale has to know. Never says "not paid" while that is not certain.
 *
 * @param opening whether its opening was accepted over HTTP and is not applied yet
 * @param more whether anything that was accepted over HTTP is not applied yet
 */
record Answers(
        Msn msn,
        SaleId saleId,
        Optional<Instant> appliedUntil,
        Instant now,
        boolean opening,
        boolean more,
        List<SaleStatus.Refused> refusals,
        Language language) {

    /** A sale of which only others have told, such as Vipps, was not seen either: nobody has opened it. */
    SaleStatus of(Optional<Stored> found) {
        var stored = found.filter(each -> each.parked() || each.sale().terms() != null || isCancelled(each.sale()));
        if (stored.isEmpty()) {
            var said = found.map(Stored::sale).orElse(Sale.NEW);
            // Whatever was refused was another opening, if any: the one on its way may be a corrected one.
            if (opening) {
                return answer("in-progress", null, Todo.WAIT, said, Optional.empty());
            }
            // Before its opening hardly anything but refusals is said about a sale, and the same request would not be
            // answered again.
            var todo = said.said() > 0 ? Todo.SEND_CORRECTED : Todo.SEND_AGAIN;
            return answer("not-seen", null, todo, said, Optional.empty());
        }
        var sale = stored.get().sale();
        var attempt = sale.active().or(() -> sale.attempts().stream()
                .filter(each -> each.told().done())
                .reduce((earlier, later) -> later));
        if (stored.get().parked()) {
            return answer("in-progress", null, Todo.CALL_SOMEBODY, sale, attempt);
        }
        // Another attempt or a refund was accepted and is on its way: who hears "over" would take a second payment.
        return attempt.filter(each -> isOver(sale, each))
                .map(each -> more ? answer("in-progress", null, Todo.WAIT, sale, attempt) : ended(sale, each))
                .orElseGet(() -> answer("in-progress", null, todo(sale, attempt), sale, attempt));
    }

    /** Also before it was opened: an opening that comes after all finds it cancelled. */
    private static boolean isCancelled(Sale sale) {
        return sale.wishes().cancelled() != null && sale.hasEnded();
    }

    private static boolean isOver(Sale sale, Attempt attempt) {
        var wanted = sale.wishes().nextCustomer() != null
                || sale.wishes().refunds().stream().anyMatch(refund -> !refund.told());
        return attempt.told().done() && !wanted;
    }

    /** A request that was given up may turn up after all: until its money is given back, some of it is reserved. */
    private SaleStatus ended(Sale sale, Attempt attempt) {
        var outcome = outcome(sale, attempt);
        return !outcome.equals("paid") && sale.terms() != null && sale.holdsMoney()
                ? answer("in-progress", null, Todo.WAIT, sale, Optional.of(attempt))
                : done(sale, attempt, outcome);
    }

    private SaleStatus done(Sale sale, Attempt attempt, String outcome) {
        var paidBack = sale.wishes().refunds().stream().anyMatch(Answers::wasPaidBack);
        var todo =
                switch (outcome) {
                    case "paid" -> paidBack ? Todo.NOTHING : Todo.HAND_OVER;
                    case "uncollectable" -> Todo.COLLECT_OTHERWISE;
                    default -> Todo.TRY_AGAIN;
                };
        return answer("done", outcome, todo, sale, Optional.of(attempt));
    }

    private static boolean wasPaidBack(Refund refund) {
        return refund.told()
                && refund.operation() != null
                && refund.operation().outcome() == OperationResult.Outcome.SUCCEEDED;
    }

    private static String outcome(Sale sale, Attempt attempt) {
        var seen = attempt.ledger().seen();
        if (attempt.told().settled() || (seen != null && !seen.captured().isZero())) {
            return "paid";
        }
        if (attempt.capture() != null && attempt.capture().outcome() == OperationResult.Outcome.REJECTED) {
            return "uncollectable";
        }
        if (sale.wishes().cancelled() != null) {
            return "cancelled";
        }
        return switch (attempt.ledger().state()) {
            case ABORTED -> "aborted";
            case EXPIRED -> "expired";
            case TERMINATED -> "cancelled";
            case AUTHORIZED -> "released";
            case null, default -> "failed";
        };
    }

    private Todo todo(Sale sale, Optional<Attempt> attempt) {
        if (attempt.isEmpty()
                || (waitsForSomebody(attempt.get()) && sale.wishes().cancelled() == null)) {
            // What was accepted and is on its way may be the customer.
            var nobody = (sale.customer() == null || attempt.isPresent()) && !more;
            return nobody ? Todo.PRESENT_CUSTOMER : Todo.WAIT;
        }
        var told = attempt.get().told();
        var open = told.selectUntil() != null
                && !sale.terms().captureAtOnce()
                && sale.wishes().confirmed() == null
                && sale.wishes().cancelled() == null
                && attempt.get().selectionOver() == null
                && attempt.get().cancel() == null
                && !told.failed();
        return open ? Todo.CONFIRM_OR_CANCEL : Todo.WAIT;
    }

    /** What was told stays told when somebody has come: from their request on it is their answer that is waited for. */
    private static boolean waitsForSomebody(Attempt attempt) {
        return switch (attempt.told().waiting()) {
            case "customer" -> attempt.create() == null;
            case "scan-again" -> attempt.create() == null || wasRefused(attempt.create());
            case null, default -> false;
        };
    }

    private static boolean wasRefused(Operation create) {
        return create.outcome() == OperationResult.Outcome.REJECTED;
    }

    private SaleStatus answer(String status, String outcome, Todo todo, Sale sale, Optional<Attempt> attempt) {
        var created = attempt.filter(each -> each.create() != null);
        return new SaleStatus(
                msn.value(),
                saleId.value(),
                status,
                outcome,
                todo.code(),
                todo.sentence(language),
                created.map(Attempt::n).orElse(null),
                created.map(each -> PaymentReference.of(saleId, each.n()).value())
                        .orElse(null),
                sale.terms() == null ? null : sale.terms().amount(),
                created.map(each -> each.ledger().seen()).orElse(null),
                todo == Todo.CONFIRM_OR_CANCEL
                        ? attempt.map(each -> each.told().selectUntil()).orElse(null)
                        : null,
                created.map(each -> each.ledger().readAt()).orElse(null),
                appliedUntil.orElse(null),
                now,
                Long.toString(sale.said()),
                refusals.isEmpty() ? null : refusals);
    }
}
