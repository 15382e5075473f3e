package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Folds what is so into what is known. What is so about somebody else's payment says nothing about this sale. */
final class Facts {

    private Facts() {}

    static Sale with(Sale sale, Input.Fact fact, Instant now) {
        var known = folded(sale, fact, now);
        return known.attempts().stream()
                .filter(Attempt::isForeign)
                .map(foreign -> foreign.ledger(Ledger.EMPTY))
                .reduce(known, Sale::with, (one, other) -> other);
    }

    private static Sale folded(Sale sale, Input.Fact fact, Instant now) {
        return switch (fact) {
            case Input.Happened(var what) ->
                sale.with(of(sale, what.reference())
                        .ledger(of(sale, what.reference()).ledger().with(what, now)));
            case Input.Observed(var what) -> sale.with(observed(of(sale, what.reference()), what));
            case Input.Done(var result) -> done(sale, result, now);
            case Input.Said(var event) -> said(sale, event);
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
        var ledger = what.found() ? attempt.ledger().with(what.view()) : attempt.ledger();
        return attempt.ledger(ledger.readAt(what.askedAt(), what.found()));
    }

    private static Sale done(Sale sale, OperationResult result, Instant now) {
        var before = of(sale, result.operationId().reference());
        var next =
                result.view() == null ? before : before.ledger(before.ledger().with(result.view()));
        return switch (result.operationId().kind()) {
            case CREATE -> sale.with(next.create(with(next.create(), result, now)));
            case CAPTURE -> sale.with(next.capture(with(next.capture(), result, now)));
            case CANCEL -> sale.with(next.cancel(with(next.cancel(), result, now)));
            case REFUND -> sale.with(next).wishes(refunded(sale.wishes(), result, now));
        };
    }

    /** That of a wish which a restored database has not read again yet is kept for it. */
    private static Wishes refunded(Wishes wishes, OperationResult result, Instant now) {
        var refunds = wishes.refunds();
        for (int i = 0; i < refunds.size(); i++) {
            var operation = refunds.get(i).operation();
            if (operation != null && operation.id().equals(result.operationId())) {
                return wishes.refund(i, refunds.get(i).operation(with(operation, result, now)));
            }
        }
        var forgotten = Operation.given(result.operationId(), refunds.size() + 1);
        return wishes.refund(new Refund(null, null, with(forgotten, result, now), false));
    }

    /**
     * A result may be all that is left of a command, when our database was restored to before it was given; so a later
     * command's result counts although we do not remember giving it. When it became known is told by our own clock: waits
     * are counted from it, and the clock of who sent it may differ.
     */
    private static Operation with(Operation known, OperationResult result, Instant now) {
        var id = result.operationId();
        if (id.kind() == OperationId.Kind.REFUND) {
            return known.with(result, now);
        }
        if (known != null && known.n() > id.number()) {
            return known;
        }
        var operation = known == null || known.n() < id.number() ? Operation.given(id, id.number()) : known;
        return operation.with(result, now);
    }

    /** What we have said ourselves: news only to a database that was restored to before it. */
    private static Sale said(Sale sale, PaymentEvent event) {
        return switch (event) {
            case PaymentCaptured captured ->
                sale.with(asked(sale, captured.attempt(), captured.reference(), Told::capturedNow));
            case PaymentSettled settled ->
                sale.with(asked(sale, settled.attempt(), settled.reference(), Told::settledNow));
            case PaymentUncollectable lost ->
                sale.with(asked(
                        sale,
                        lost.attempt(),
                        lost.reference(),
                        told -> lost.done() ? told.failedNow().doneNow() : told.failedNow()));
            case PaymentReleased released
            when released.done() -> sale.with(asked(sale, released.attempt(), released.reference(), Told::doneNow));
            case PaymentEnded ended -> sale.with(asked(sale, ended.attempt(), ended.reference(), Told::doneNow));
            case PaymentFailed failed
            when failed.done() -> sale.with(asked(sale, failed.attempt(), null, told -> failedAndDone(sale, told)));
            default -> sale;
        };
    }

    /** @param reference absent where nothing was seen of a payment: then we may never have asked for one */
    private static Attempt asked(Sale sale, int n, PaymentReference reference, UnaryOperator<Told> saying) {
        var attempt = sale.attempt(n);
        var told = attempt.told(saying.apply(attempt.told()));
        return reference == null || told.create() != null
                ? told
                : told.create(Operation.given(OperationId.of(reference, OperationId.Kind.CREATE, 1), 1));
    }

    /** Whoever has cancelled since waits for the proof that no money turns up after all. */
    private static Told failedAndDone(Sale sale, Told told) {
        if (told.failed()) {
            return told;
        }
        return sale.wishes().isCancelled() ? told.failedNow() : told.failedNow().doneNow();
    }
}
