package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;

/** Folds what is so into what is known. What is so about somebody else's payment says nothing about this sale. */
final class Facts {

    private Facts() {}

    static Sale with(Sale sale, Input.Fact fact) {
        var known = folded(sale, fact);
        return known.attempts().stream()
                .filter(Attempt::isForeign)
                .map(foreign -> foreign.ledger(Ledger.EMPTY))
                .reduce(known, Sale::with, (one, other) -> other);
    }

    private static Sale folded(Sale sale, Input.Fact fact) {
        return switch (fact) {
            case Input.Happened(var what) ->
                sale.with(of(sale, what.reference())
                        .ledger(of(sale, what.reference()).ledger().with(what)));
            case Input.Observed(var what) -> sale.with(observed(of(sale, what.reference()), what));
            case Input.Done(var result) -> done(sale, result);
        };
    }

    /**
     * Events are routed here by the sale in their reference, so the attempt can be read. That we asked for it is another
     * question: only its create says so.
     */
    private static Attempt of(Sale sale, PaymentReference reference) {
        return sale.attempt(reference.attempt().orElseThrow());
    }

    private static Attempt observed(Attempt attempt, PaymentObserved what) {
        // That Vipps knew no such payment proves nothing: a create may still be under way.
        var ledger = what.found() ? attempt.ledger().with(what.view()) : attempt.ledger();
        return attempt.ledger(ledger.readAt(what.askedAt()));
    }

    private static Sale done(Sale sale, OperationResult result) {
        var before = of(sale, result.operationId().reference());
        var next =
                result.view() == null ? before : before.ledger(before.ledger().with(result.view()));
        return switch (result.operationId().kind()) {
            case CREATE -> sale.with(next.create(with(next.create(), result)));
            case CAPTURE -> sale.with(next.capture(with(next.capture(), result)));
            case CANCEL -> sale.with(next.cancel(with(next.cancel(), result)));
            case REFUND -> refunded(sale.with(next), result);
        };
    }

    /** One that a restored database has not asked for again yet gets the same number and then the same answer. */
    private static Sale refunded(Sale sale, OperationResult result) {
        var index = number(result.operationId()) - 1;
        if (index >= sale.wishes().refunds().size()
                || sale.wishes().refunds().get(index).operation() == null) {
            return sale;
        }
        var refund = sale.wishes().refunds().get(index);
        return sale.wishes(sale.wishes().refund(index, refund.operation(with(refund.operation(), result))));
    }

    /**
     * A result may be all that is left of a command, when our database was restored to before it was given; so a later
     * command's result counts although we do not remember giving it.
     */
    private static Operation with(Operation known, OperationResult result) {
        var id = result.operationId();
        if (known != null && known.n() > number(id)) {
            return known;
        }
        var operation = known == null || known.n() < number(id) ? Operation.given(id, number(id)) : known;
        return operation.with(result);
    }

    private static int number(OperationId id) {
        return Integer.parseInt(id.value().substring(id.value().lastIndexOf('/') + 1));
    }
}
