package dev.kvitt.payment.domain;

import dev.kvitt.events.PaymentEnded;

/**
 * Wishes for a sale that nobody has opened: a wrong id, most likely. The opening may stand on another topic, so they are
 * answered when everything that was written before them is applied.
 */
final class Unopened {

    private final Turn turn;

    Unopened(Turn turn) {
        this.turn = turn;
    }

    /** Waits for the opening as long as it can be on its way. */
    void wait(Sale before) {
        var cancel = turn.sale.wishes().cancelled();
        var again = cancel != null && !cancel.equals(before.wishes().cancelled());
        if (again || (isWaitedFor() && !before.wishes().equals(turn.sale.wishes()))) {
            turn.set(Timer.GIVE_UP, turn.now);
        }
    }

    private boolean isWaitedFor() {
        var wishes = turn.sale.wishes();
        var cancel = wishes.isCancelled() && !turn.sale.hasEnded();
        return cancel || wishes.confirmed() != null || wishes.refunds().stream().anyMatch(Refund::isOpen);
    }

    void answer() {
        if (turn.sale.parked()) {
            return;
        }
        turn.refuseConfirmation(Refusals.NO_SUCH_SALE);
        refuseRefunds();
        answerCancel();
    }

    private void answerCancel() {
        var cancel = turn.sale.wishes().cancelled();
        if (cancel == null || turn.sale.attempts().stream().anyMatch(attempt -> attempt.create() != null)) {
            return;
        }
        if (turn.sale.attempts().stream().anyMatch(attempt -> attempt.ledger().state() != null)) {
            // Vipps has told of a payment that we never asked for: it is not ours to call cancelled.
            turn.refuse(cancel, Refusals.NO_SUCH_SALE);
            turn.sale = turn.sale.wishes(turn.sale.wishes().cancelled(null));
            return;
        }
        // An opening that comes after all finds its sale cancelled.
        turn.done(turn.sale.attempt(1));
        turn.say(new PaymentEnded(cancel.from(), PaymentEnded.How.CANCELLED, 1, null, null));
    }

    private void refuseRefunds() {
        var refunds = turn.sale.wishes().refunds();
        for (int i = 0; i < refunds.size(); i++) {
            if (refunds.get(i).isOpen()) {
                turn.refuse(refunds.get(i).request(), Refusals.NO_SUCH_SALE);
                turn.sale = turn.sale.wishes(
                        turn.sale.wishes().refund(i, refunds.get(i).answered()));
            }
        }
    }
}
