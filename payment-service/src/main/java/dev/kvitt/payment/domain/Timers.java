package dev.kvitt.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** What a timer means. One that gives something up only notes it and asks Vipps; {@link Course} acts on the answer. */
final class Timers {

    private final Turn turn;
    private final Runnable captureNow;

    Timers(Turn turn, Runnable captureNow) {
        this.turn = turn;
        this.captureNow = captureNow;
    }

    void fired(Timer timer) {
        if (turn.sale.terms() == null) {
            if (timer == Timer.GIVE_UP) {
                new Unopened(turn).answer();
            }
            return;
        }
        switch (timer) {
            case POLL -> poll();
            case SELECTION_OVER -> turn.sale.active().ifPresent(this::selectionOver);
            case GIVE_UP -> giveUp();
            case RELEASE_AGAIN -> turn.sale.attempts().forEach(new Release(turn)::again);
            case CAPTURE_NOW -> captureNow.run();
            case AT_RISK -> turn.sale.active().ifPresent(this::atRisk);
            case DEADLINE -> turn.sale.active().ifPresent(this::lastCall);
        }
    }

    private void poll() {
        var open = turn.sale.attempts().stream().filter(this::isOpen).toList();
        if (!open.isEmpty()) {
            // An answer that shows nothing new is news where events have told more.
            open.forEach(attempt -> turn.question(attempt, attempt.ledger().toldMoreThanShown(turn.currency())));
            if (turn.sale.wishes().nextCustomer() != null) {
                // They are asked as soon as the one before has ended for sure, and Vipps is slow to say so.
                open.stream()
                        .filter(turn::endIsToBeShown)
                        .forEach(attempt -> turn.waiting(attempt, Refusals.NOT_KNOWN_YET));
            }
            open.stream().map(this::pace).min(Comparator.naturalOrder()).ifPresent(turn::setPoll);
        }
    }

    private Duration pace(Attempt attempt) {
        var requested = attempt.create().at();
        var slow = requested == null || attempt.told().done() || attempt.capture() != null || attempt.cancel() != null;
        return slow ? turn.timing.slowPoll() : turn.timing.pollAfter(requested, turn.now);
    }

    /** There is something that only Vipps can tell, should the one who was to tell us never do so. */
    private boolean isOpen(Attempt attempt) {
        if (attempt.create() == null || attempt.isForeign()) {
            return false;
        }
        return switch (attempt.ledger().state()) {
            case null ->
                attempt.create().rejected()
                        ? Beginning.moneyMayTurnUp(turn, attempt)
                        : !attempt.told().done();
            case CREATED -> true;
            case AUTHORIZED -> moneyIsMoving(attempt);
            case ABORTED, EXPIRED, TERMINATED -> turn.endIsToBeShown(attempt);
        };
    }

    private boolean moneyIsMoving(Attempt attempt) {
        var leaving = turn.sale.wishes().confirmed() != null
                || attempt.capture() != null
                || attempt.cancel() != null
                || !turn.somethingIsHeld(attempt)
                || (turn.mayExist(attempt) && attempt.ledger().capturedOnlyTold(turn.currency()))
                || (turn.mayExist(attempt) && attempt.ledger().cancelledOnlyTold(turn.currency()));
        return (leaving && !attempt.ledger().nothingLeftForSure())
                || turn.sale.wishes().refunds().stream().anyMatch(Refund::isOpen);
    }

    private void selectionOver(Attempt attempt) {
        if (turn.sale.parked()) {
            return; // A confirmation may be what the sale is parked for.
        }
        if (turn.sale.wishes().confirmed() == null && !attempt.told().done() && !turn.timeIsUp(attempt)) {
            var over = attempt.selectionOver() == null ? turn.put(attempt.selectionOver(turn.now)) : attempt;
            // It may be captured or given back already by somebody else: nothing is given up before Vipps was asked.
            turn.question(over, true);
            turn.set(Timer.SELECTION_OVER, turn.now.plus(turn.timing.slowPoll()));
        }
    }

    /** What came to nothing while a person had to look first is due again: everything said by now is applied before. */
    void goOn() {
        if (turn.sale.terms() == null) {
            turn.set(Timer.GIVE_UP, turn.now);
            return;
        }
        if (isOver()) {
            return;
        }
        // A wish that still waits is wanted until its own time is over; only without one is there nothing to give up
        // too early.
        var forgotten = turn.sale
                .active()
                .filter(attempt ->
                        attempt.isOfSomebodyForgotten() && turn.sale.wishes().nextCustomer() == null);
        turn.set(
                Timer.GIVE_UP,
                forgotten.isPresent()
                        ? turn.now
                        : notBefore(turn.sale.terms().validUntil().plusMillis(1)));
        turn.sale
                .active()
                .filter(attempt ->
                        !turn.sale.terms().captureAtOnce() || attempt.ledger().capturedAnything())
                .map(attempt -> attempt.told().selectUntil())
                .ifPresent(
                        until -> turn.set(Timer.SELECTION_OVER, notBefore(until.plus(turn.timing.selectionGrace()))));
    }

    /** The attempt that counts has ended, whatever became of those before, and no other is wanted. */
    private boolean isOver() {
        var ended = turn.sale.active().map(attempt -> attempt.told().done()).orElse(turn.sale.hasEnded());
        return ended && turn.sale.wishes().nextCustomer() == null;
    }

    private Instant notBefore(Instant due) {
        return due.isBefore(turn.now) ? turn.now : due;
    }

    private void lastCall(Attempt attempt) {
        // Whatever events tell: the last that is asked before the money is lost.
        var mayBeHeld = turn.somethingIsHeld(attempt)
                || (attempt.ledger().isReserved() && !attempt.ledger().nothingLeftForSure());
        if (turn.sale.wishes().confirmed() == null && mayBeHeld && !turn.timeIsUp(attempt)) {
            var soon = attempt.endsSoon() == null ? turn.put(attempt.endsSoon(turn.now)) : attempt;
            turn.question(soon, true);
            turn.set(Timer.DEADLINE, turn.now.plus(turn.timing.slowPoll()));
        }
    }

    private void atRisk(Attempt attempt) {
        if (turn.somethingIsHeld(attempt)) {
            turn.alarm(attempt, "deadline", attempt.ledger().capturable(turn.currency()));
        }
    }

    /** The attempt that nobody asked Vipps for, or whose customer was to scan again and did not. */
    private void giveUp() {
        var asked = turn.sale.active();
        if (turn.sale.parked()) {
            return;
        }
        if (turn.sale.wishes().nextCustomer() != null || (asked.isEmpty() && !turn.sale.hasEnded())) {
            turn.sale.nextUnasked().ifPresent(this::stopWanting);
        }
        asked.filter(Attempt::isOfSomebodyForgotten).ifPresent(new Forgotten(turn)::tell);
        // Otherwise the look at the sale that follows sees that its time has passed.
    }

    private void stopWanting(Attempt attempt) {
        var since = attempt.givingUp() == null ? turn.put(attempt.givingUp(turn.now)) : attempt;
        turn.question(since, true);
        turn.set(Timer.GIVE_UP, turn.now.plus(turn.timing.slowPoll()));
    }
}
