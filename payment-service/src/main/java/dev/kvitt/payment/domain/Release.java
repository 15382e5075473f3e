package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;

/** Giving back what is held and not captured. A refused release is wanted again after a while: nothing stays reserved. */
final class Release {

    private final Turn turn;

    Release(Turn turn) {
        this.turn = turn;
    }

    /** Gives back everything, once. */
    void all(Attempt attempt) {
        if (!turn.somethingIsHeld(attempt)) {
            return;
        }
        if (captureMayHaveWorked(attempt)) {
            turn.setPoll(turn.timing.slowPoll());
            return;
        }
        var cancel = attempt.cancel();
        if (cancel == null) {
            order(attempt, 1, false);
        } else if (cancel.rejected() && cancel.sparing() && attempt.ledger().isReserved()) {
            order(attempt, cancel.n() + 1, false);
        } else if (cancel.rejected()) {
            later(cancel);
        }
    }

    /** A restored database may know of a capture only by its result, and goods that are with the customer are to be paid. */
    private static boolean captureMayHaveWorked(Attempt attempt) {
        var capture = attempt.capture();
        return capture != null
                && !capture.succeeded()
                && !capture.rejected()
                && !attempt.ledger().capturedAnything();
    }

    /** Ends a request that the customer has not approved; leaves a reservation alone. */
    void ifNotApproved(Attempt attempt) {
        if (attempt.cancel() == null) {
            order(attempt, 1, true);
        } else if (attempt.cancel().rejected()) {
            later(attempt.cancel());
        }
    }

    /** From when it was refused, not from now: other events must not put it off. */
    private void later(Operation refused) {
        var since = refused.at() == null ? turn.now : refused.at();
        turn.set(Timer.RELEASE_AGAIN, since.plus(turn.timing.releaseAgainAfter(refused.n())));
    }

    /** Only while there is something to give back: the customer may have ended it meanwhile. */
    void again(Attempt attempt) {
        if (attempt.cancel() != null && attempt.cancel().rejected() && turn.somethingIsHeld(attempt)) {
            var sparing = attempt.cancel().sparing() && !turn.sale.wishes().isCancelled();
            if (!sparing || attempt.ledger().isWaitingForCustomer()) {
                order(attempt, attempt.cancel().n() + 1, sparing);
            }
        }
    }

    /**
     * Two attempts must never hold money. Should they, the first counts and every other gives its money back. One that was
     * refused and turned up after all is not left for the customer to approve.
     */
    void ofLosers() {
        var active = turn.sale.active();
        if (active.isEmpty()) {
            return;
        }
        var decided = active.get().ledger().holdsOrTookMoney();
        for (var attempt : turn.sale.attempts()) {
            if (attempt.n() != active.get().n()
                    && attempt.create() != null
                    && (decided || attempt.create().rejected() || attempt.toldUnpaid())
                    && !attempt.isForeign()
                    && turn.somethingIsHeld(attempt)) {
                if (decided && attempt.ledger().isReserved()) {
                    turn.alarm(attempt, "two-attempts", attempt.ledger().capturable(turn.currency()));
                }
                all(turn.sale.attempt(attempt.n()));
            }
        }
    }

    private void order(Attempt attempt, int n, boolean sparing) {
        var id = turn.operation(attempt, OperationId.Kind.CANCEL, n);
        turn.put(attempt.cancel(sparing ? Operation.sparing(id, n) : Operation.given(id, n)));
        turn.say(turn.sayings().cancel(id, sparing));
        turn.setPoll(turn.timing.slowPoll());
    }
}
