package dev.kvitt.payment.domain;

import dev.kvitt.events.PaymentEnded;

/**
 * What a sale does next, whatever it was that happened: one look at all that is known, from top to bottom in the order of
 * a sale's life.
 */
final class Course {

    private final Turn turn;
    private final Beginning beginning;
    private final Protection protection;
    private final Reservation reservation;
    private final Release release;

    Course(Turn turn) {
        this.turn = turn;
        this.release = new Release(turn);
        this.beginning = new Beginning(turn);
        this.protection = new Protection(turn, release);
        this.reservation = new Reservation(turn, release, beginning, protection);
    }

    /** @param before the sale before the input that is looked at */
    void go(Sale before) {
        if (turn.sale.terms() == null) {
            new Unopened(turn).wait(before);
            return;
        }
        if (turn.sale.parked()) {
            protection.ofParked();
            return;
        }
        new Forgotten(turn).carriedOut();
        if (turn.sale.active().isEmpty()) {
            beginning.first();
        }
        followAll();
        release.ofLosers();
        new Refunds(turn).go();
    }

    /** An attempt may give way to the next, of which Vipps may have told us before we asked for it again. */
    private void followAll() {
        var seen = 0;
        for (var active = turn.sale.active();
                active.isPresent() && active.get().n() > seen;
                active = turn.sale.active()) {
            seen = active.get().n();
            follow(active.get());
        }
    }

    private void follow(Attempt attempt) {
        if (attempt.isForeign()) {
            foreign(attempt);
            return;
        }
        var asked = attempt;
        if (attempt.create().rejected()) {
            if (beginning.afterRefusal(attempt)) {
                return;
            }
            asked = turn.sale.attempt(attempt.n());
        } else if (!attempt.create().succeeded()) {
            // Only the answer to our own request proves that the payment with our reference is ours. Its time runs
            // already.
            var running = attempt.ledger().isReserved() ? protection.noteItsEnd(attempt) : attempt;
            beginning.tellNotKnownYet(running);
            return;
        }
        switch (asked.ledger().state()) {
            case null -> notSeenYet(asked);
            case CREATED -> waitForCustomer(asked);
            case ABORTED -> ended(asked, PaymentEnded.How.ABORTED);
            case EXPIRED -> ended(asked, PaymentEnded.How.EXPIRED);
            case TERMINATED -> ended(asked, PaymentEnded.How.CANCELLED);
            case AUTHORIZED -> reservation.go(asked);
        }
    }

    /** Somebody else's payment has our reference: it is left alone; another attempt would have another reference. */
    private void foreign(Attempt attempt) {
        if (!beginning.nextIsWanted()) {
            turn.refuseConfirmation(Refusals.NOT_PAID);
            turn.failed(attempt, attempt.foreignRefusal().orElseThrow(), true);
        } else {
            beginning.next();
        }
    }

    private void notSeenYet(Attempt attempt) {
        tellRequested(attempt);
        beginning.tellNotKnownYet(attempt);
    }

    private void waitForCustomer(Attempt attempt) {
        if (turn.sale.wishes().isCancelled()
                || turn.sale.released()
                || attempt.create().rejected()
                || attempt.toldUnpaid()) {
            release.all(attempt);
        } else if (beginning.nextIsWanted()) {
            release.ifNotApproved(attempt);
        } else {
            tellRequested(attempt);
        }
        beginning.tellNotKnownYet(turn.sale.attempt(attempt.n()));
    }

    /** Only the answer to our own request proves that the payment is ours; what the till is to show is in it, too. */
    private void tellRequested(Attempt attempt) {
        if (attempt.create().succeeded() && !attempt.told().requested()) {
            var told = turn.put(attempt.told(attempt.told().requestedNow()));
            if (told.flow() != null) {
                turn.say(turn.sayings().requested(told));
            } else {
                // A restored database has forgotten whom it asked. The till may have heard already how that ended, or
                // nothing yet: which of them, is known when all that was said by now is applied.
                turn.set(Timer.GIVE_UP, turn.now);
            }
            turn.setPoll(turn.timing.firstPoll());
        }
    }

    /** Two requests at a time could both be approved: the next waits until Vipps itself shows that this one has ended. */
    private void nextAfter(Attempt attempt) {
        var until = turn.sale.wishes().nextCustomer().validUntil();
        var unwanted = turn.sale.wishes().isCancelled() || turn.sale.released() || turn.now.isAfter(until);
        if (unwanted || !turn.endIsToBeShown(attempt)) {
            beginning.next();
        } else {
            turn.setPoll(turn.timing.poll());
            turn.set(Timer.GIVE_UP, until.plusMillis(1));
        }
    }

    private void ended(Attempt attempt, PaymentEnded.How how) {
        if (beginning.nextIsWanted()) {
            nextAfter(attempt);
            return;
        }
        turn.refuseConfirmation(Refusals.NOT_PAID);
        if (turn.sale.wishes().isCancelled() && turn.anotherIsHeld(attempt)) {
            turn.waiting(attempt, Refusals.NOT_KNOWN_YET);
        } else if (!attempt.told().done()) {
            var asWanted = turn.sale.wishes().isCancelled() ? PaymentEnded.How.CANCELLED : how;
            turn.say(turn.sayings().ended(turn.done(attempt), asWanted));
        } else if (turn.endIsToBeShown(attempt)) {
            // A restored database may have read its own last word again, and forgotten that it goes on asking.
            turn.setPoll(turn.timing.slowPoll());
        }
    }
}
