package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentReference;
import java.time.Instant;

/**
 * The saga as a pure function: a sale and an input make the next sale and what is to be done. First the input is folded
 * into what is known; then {@link Turn} decides, from what is known alone.
 */
public final class Saga {

    private final Timing timing;

    public Saga(Timing timing) {
        this.timing = timing;
    }

    public Decision decide(Sale sale, Input input, Instant now) {
        var turn = new Turn(sale, timing, now);
        switch (input) {
            case Input.Opened opened -> turn.sale = sale.opening() == null ? sale.opening(opened.by()) : sale;
            case Input.Confirmed confirmed -> confirm(turn, confirmed);
            case Input.Cancelled cancelled -> cancel(turn, cancelled);
            case Input.TimerFired fired -> timerFired(turn, fired.timer());
            case Input.Fact fact -> turn.sale = record(sale, fact);
        }
        turn.go();
        return new Decision(turn.sale, turn.outputs);
    }

    /** Records a fact and decides nothing, as for a sale that waits for a person. */
    public Sale record(Sale sale, Input.Fact fact) {
        return switch (fact) {
            case Input.Happened happened
            when ours(happened.what().reference()) -> sale.ledger(sale.ledger().with(happened.what()));
            case Input.Observed observed when ours(observed.what().reference()) -> observed(sale, observed);
            case Input.Done done when ours(done.result().operationId().reference()) -> done(sale, done.result());
            case Input.Happened _, Input.Observed _, Input.Done _ -> sale;
        };
    }

    /** Another attempt's reference has the same key, and is none of ours while there is one attempt. */
    private static boolean ours(PaymentReference reference) {
        return reference.attempt().filter(attempt -> attempt == Turn.ATTEMPT).isPresent();
    }

    /** Whether it can be honoured is decided when the reservation is known; here only what can never be is refused. */
    private static void confirm(Turn turn, Input.Confirmed confirmed) {
        var wishes = turn.sale.wishes();
        if (wishes.confirmed() != null) {
            turn.refuse(confirmed.by(), confirmed.eventId(), Refusals.CONFIRMED_BEFORE);
        } else if (turn.releaseBeganWithoutCapture()) {
            turn.refuse(confirmed.by(), confirmed.eventId(), Refusals.GIVEN_UP);
        } else {
            turn.sale = turn.sale.wishes(wishes.confirmed(confirmed.by(), confirmed.eventId()));
        }
    }

    private static void cancel(Turn turn, Input.Cancelled cancelled) {
        var capture = turn.sale.capture();
        if (capture == null) {
            // A confirmation that nothing was captured for yet gives way: the later word counts.
            turn.sale =
                    turn.sale.wishes(turn.sale.wishes().withoutConfirmation().cancelledByTill());
        } else {
            turn.refuse(
                    cancelled.by(), cancelled.eventId(), capture.rejected() ? Refusals.GIVEN_UP : Refusals.TOO_LATE);
        }
    }

    private static Sale observed(Sale sale, Input.Observed observed) {
        var what = observed.what();
        // That Vipps knew no such payment proves nothing: a create may still be under way.
        var ledger = what.found() ? sale.ledger().with(what.view()) : sale.ledger();
        return sale.ledger(ledger.readAt(what.askedAt()));
    }

    private static Sale done(Sale sale, OperationResult result) {
        var next = result.view() == null ? sale : sale.ledger(sale.ledger().with(result.view()));
        return switch (result.operationId().kind()) {
            case CREATE -> next.create(with(next.create(), result));
            case CAPTURE -> next.capture(with(next.capture(), result));
            case CANCEL -> next.cancel(with(next.cancel(), result));
            case REFUND -> next;
        };
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
        return operation.with(result.outcome(), result.refusal(), result.at());
    }

    private static int number(OperationId id) {
        return Integer.parseInt(id.value().substring(id.value().lastIndexOf('/') + 1));
    }

    private static void timerFired(Turn turn, Timer timer) {
        switch (timer) {
            case POLL -> turn.poll();
            case SELECTION_OVER -> turn.selectionOver();
            case GIVE_UP -> turn.giveUp();
            case RELEASE_AGAIN -> turn.releaseAgain();
        }
    }
}
