package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;

/** What was confirmed is captured, then the rest is given back: two steps of which the second waits for the first. */
final class Settlement {

    private final Turn turn;
    private final Release release;
    private final Ending ending;

    Settlement(Turn turn, Release release, Ending ending) {
        this.turn = turn;
        this.release = release;
        this.ending = ending;
    }

    void captureThenRelease(Attempt attempt) {
        var confirmed = turn.sale.wishes().confirmed();
        var missing = confirmed.amount().minusDownToZero(turn.captured(attempt));
        if (attempt.capture() == null && !missing.isZero()) {
            capture(attempt, missing);
            return;
        }
        var captured = attempt.ledger().capturedForSure(turn.currency());
        if (!confirmed.amount().moreThan(captured)) {
            var told = tellCaptured(attempt, captured, confirmed);
            release.all(told);
            ending.settled(turn.sale.attempt(attempt.n()), captured, confirmed.lines());
        } else if (attempt.capture() != null && attempt.capture().rejected()) {
            uncollectable(attempt, confirmed.amount().minusDownToZero(captured));
        }
    }

    private void capture(Attempt attempt, Money amount) {
        turn.cancelTimer(Timer.SELECTION_OVER);
        var id = turn.operation(attempt, OperationId.Kind.CAPTURE, 1);
        turn.put(attempt.capture(Operation.given(id, 1)));
        turn.say(turn.sayings().capture(id, amount));
        turn.setPoll(turn.timing.slowPoll());
    }

    /** Handed over, and Vipps will not pay for it: nothing is won by keeping the customer's money reserved. */
    private void uncollectable(Attempt attempt, Money lost) {
        if (!attempt.told().failed()) {
            var told = turn.put(attempt.told(attempt.told().failedNow()));
            turn.say(turn.sayings().uncollectable(told, lost, attempt.capture().refusal()));
        }
        release.all(turn.sale.attempt(attempt.n()));
        ending.released(turn.sale.attempt(attempt.n()));
    }

    private Attempt tellCaptured(Attempt attempt, Money captured, Confirmation confirmed) {
        if (attempt.told().captured()) {
            return attempt;
        }
        var told = turn.put(attempt.told(attempt.told().capturedNow()));
        turn.say(turn.sayings().captured(told, captured, confirmed));
        return told;
    }
}
