package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEnded;
import java.util.List;

/** The last word about a reservation, once Vipps' own sums show that nothing of it is left. */
final class Ending {

    private final Turn turn;
    private final Beginning beginning;

    Ending(Turn turn, Beginning beginning) {
        this.turn = turn;
        this.beginning = beginning;
    }

    void settled(Attempt attempt, Money captured, List<OrderLine> lines) {
        if (attempt.told().settled() || !attempt.ledger().nothingLeftForSure()) {
            return;
        }
        if (beginning.nextIsWanted()) {
            turn.refuseNext(Refusals.ALREADY_PAID);
        }
        var told = turn.done(attempt);
        told = turn.put(told.told(told.told().settledNow()));
        if (!told.ledger().sums(turn.currency()).cancelled().isZero()) {
            turn.say(turn.sayings().released(told, "remainder", false));
        }
        turn.say(turn.sayings().settled(told, captured, lines));
    }

    void released(Attempt attempt) {
        if (!attempt.ledger().nothingLeftForSure()) {
            return;
        }
        if (!attempt.told().done()) {
            turn.refuseConfirmation(Refusals.GIVEN_UP);
            var told = turn.done(attempt);
            if (turn.sale.wishes().isCancelled()) {
                turn.say(turn.sayings().ended(told, PaymentEnded.How.CANCELLED));
            } else {
                turn.say(turn.sayings().released(told, reason(told), true));
            }
        }
        if (beginning.nextIsWanted()) {
            beginning.next();
        }
    }

    private String reason(Attempt attempt) {
        if (attempt.cancel() == null) {
            return "by-others";
        }
        if (attempt.capture() != null) {
            return "capture-refused";
        }
        return turn.sale.released() ? "ordered" : attempt.told().failed() ? "refused" : "not-selected";
    }
}
