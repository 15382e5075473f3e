package dev.kvitt.payment.domain;

import dev.kvitt.events.UserFlow;
import java.util.Optional;

/**
 * Requests to a customer of which only the answer is left: a restored database was of before they were given. What led to them is
 * read again, perhaps after the answer, and must not lead to another.
 */
final class Forgotten {

    private final Turn turn;

    Forgotten(Turn turn) {
        this.turn = turn;
    }

    /** The earliest of which nobody has said yet who was asked: whoever is presented now is the one. */
    Optional<Attempt> ofWhoeverIsPresented() {
        return turn.sale.attempts().stream().filter(this::asked).findFirst();
    }

    /** As when it was asked, so that a wish for the same customer once more means the right one. */
    void wasAsked(Attempt attempt, Presented who) {
        turn.put(attempt.asking(who, null));
        turn.sale = turn.sale.customer(who);
    }

    private boolean asked(Attempt attempt) {
        return attempt.isOfSomebodyForgotten()
                && attempt.customer() == null
                && (attempt.n() > 1 || turn.sale.customer() == null);
    }

    /** The wish for another attempt has led to the earliest that nobody else's wish accounts for. */
    void carriedOut() {
        var who = turn.sale.wishes().nextCustomer();
        if (who != null) {
            turn.sale.attempts().stream()
                    .filter(attempt -> attempt.n() > 1 && asked(attempt) && !isOurOwnIdea(attempt))
                    .findFirst()
                    .ifPresent(attempt -> {
                        wasAsked(attempt, who);
                        turn.sale = turn.sale.wishes(turn.sale.wishes().withoutNext());
                    });
        }
    }

    /** Nobody wished for the code that a screen shows where no push is allowed. */
    private boolean isOurOwnIdea(Attempt attempt) {
        var before = turn.sale.attempt(attempt.n() - 1).create();
        return turn.sale.terms().screen()
                && before != null
                && before.rejected()
                && before.refusal().code().equals(Codes.PUSH_NOT_ALLOWED);
    }

    /** Who is still waited for after all that was said by now may be news to the till: the look that follows tells it. */
    void tell(Attempt attempt) {
        var who = attempt.customer() == null ? turn.sale.customer() : attempt.customer();
        if (who != null && attempt.create().succeeded() && !attempt.told().done()) {
            var flow = turn.sale.terms().flowTo(who.customer());
            // What there is to show was no push: the till's screen was asked in place of who was presented.
            var shown = flow == UserFlow.PUSH_MESSAGE && attempt.create().redirectUrl() != null;
            turn.put(attempt.asking(who, shown ? UserFlow.QR : flow)
                    .told(attempt.told().requestedNotYet()));
        }
    }
}
