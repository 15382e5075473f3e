package dev.kvitt.payment.domain;

import java.time.Instant;

/** Sees to it that no reservation runs out unnoticed, whether the sale is parked or not. */
final class Protection {

    private final Turn turn;
    private final Release release;

    Protection(Turn turn, Release release) {
        this.turn = turn;
        this.release = release;
    }

    /** Nothing is decided for a parked sale, but its money is not lost either: what nobody confirmed goes back in time. */
    void ofParked() {
        if (turn.sale.attempts().stream().anyMatch(turn::endIsToBeShown)) {
            // Events alone tell that it has ended: what is approved after a made-up end would stay reserved.
            turn.setPoll(turn.timing.slowPoll());
        }
        var active = turn.sale.active().filter(turn::somethingIsHeld);
        if (active.isEmpty()) {
            return;
        }
        if (active.get().ledger().isWaitingForCustomer()) {
            if (turn.sale.released()) {
                release.all(active.get());
            }
            return;
        }
        var attempt = noteItsEnd(active.get());
        turn.alarm(attempt, "parked", attempt.ledger().capturable(turn.currency()));
        attempt = turn.sale.attempt(attempt.n());
        var confirmed =
                turn.sale.wishes().confirmed() != null || turn.sale.confirmationWaits() || attempt.capture() != null;
        var lastCall = attempt.endsSoon() != null && turn.timeIsUp(attempt);
        if (turn.sale.released() || (!confirmed && lastCall)) {
            release.all(attempt);
        }
    }

    /** We may have heard of the approval long after it: it came after our request at the earliest. */
    private Instant begun(Attempt attempt) {
        var asked = attempt.create() == null ? null : attempt.create().at();
        return asked == null || asked.isAfter(turn.now) ? turn.now : asked;
    }

    /** When it ends by itself: as Vipps guarantees, which may be told late, or as the market allows, whichever is first. */
    Attempt noteItsEnd(Attempt attempt) {
        var known = attempt.reservedUntil();
        var market = known == null ? begun(attempt).plus(turn.sale.terms().captureWindow()) : known;
        var guaranteed = attempt.ledger().guaranteedUntil();
        var end = guaranteed != null && guaranteed.isBefore(market) ? guaranteed : market;
        if (end.equals(known)) {
            return attempt;
        }
        turn.set(Timer.AT_RISK, end.minus(turn.timing.atRisk()));
        turn.set(Timer.DEADLINE, end.minus(turn.timing.lastCall()));
        return turn.put(attempt.reservedUntil(end));
    }
}
