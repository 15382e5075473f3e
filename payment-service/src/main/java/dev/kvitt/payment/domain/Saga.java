package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
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
            case Input.Happened happened -> sale.ledger(sale.ledger().with(happened.what()));
            case Input.Observed observed -> observed(sale, observed);
            case Input.Done done -> done(sale, done.result());
        };
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
        if (turn.sale.capture() != null) {
            turn.refuse(cancelled.by(), cancelled.eventId(), Refusals.TOO_LATE);
        } else {
            // A confirmation that nothing was captured for yet gives way: the later word counts.
            turn.sale =
                    turn.sale.wishes(turn.sale.wishes().withoutConfirmation().cancelledByTill());
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

    /** A result may be all that is left of a command, when our database was restored to before it was given. */
    private static Operation with(Operation known, OperationResult result) {
        var id = result.operationId();
        if (known != null && !known.id().equals(id)) {
            return known;
        }
        var operation = known == null ? new Operation(id, number(id), null, null) : known;
        return operation.with(result.outcome(), result.refusal());
    }

    private static int number(OperationId id) {
        return Integer.parseInt(id.value().substring(id.value().lastIndexOf('/') + 1));
    }

    private static void timerFired(Turn turn, Timer timer) {
        switch (timer) {
            case POLL -> turn.poll();
            case SELECTION_OVER -> turn.selectionOver();
            case RELEASE_AGAIN -> turn.releaseAgain();
        }
    }
}
