package dev.kvitt.payment.domain;

import dev.kvitt.events.ReceiptWay;
import java.util.List;

/** An approved payment: the money is reserved, and is captured, given back, or both in turn. */
final class Reservation {

    private final Turn turn;
    private final Release release;
    private final Beginning beginning;
    private final Protection protection;
    private final Ending ending;
    private final Settlement settlement;

    Reservation(Turn turn, Release release, Beginning beginning, Protection protection) {
        this.turn = turn;
        this.release = release;
        this.beginning = beginning;
        this.protection = protection;
        this.ending = new Ending(turn, beginning);
        this.settlement = new Settlement(turn, release, ending);
    }

    void go(Attempt approved) {
        var attempt = protection.noteItsEnd(approved);
        if (beginning.nextIsWanted() && !turn.givenUp(attempt)) {
            turn.refuseNext(Refusals.ALREADY_APPROVED);
        }
        attempt = checkAmount(attempt);
        adoptCaptureAtOnce(attempt);
        if (othersMovedMoneyAsIsSaid(attempt)) {
            turn.setPoll(turn.timing.poll());
            return;
        }
        checkConfirmation(attempt);
        if (isFree(attempt)) {
            attempt = tellAuthorized(attempt);
        }
        if (turn.sale.wishes().confirmed() != null) {
            settlement.captureThenRelease(attempt);
        } else if (attempt.ledger().capturedAnything()) {
            capturedWithoutConfirmation(attempt);
        } else if (turn.givenUp(attempt)) {
            release.all(attempt);
            ending.released(turn.sale.attempt(attempt.n()));
            tellNotKnownYet(attempt.n());
        } else if (attempt.ledger().nothingLeftForSure()) {
            ending.released(attempt);
        } else if (!turn.somethingIsHeld(attempt)) {
            // Not even reserved, as far as Vipps has shown: the approval may be made up.
            turn.setPoll(turn.timing.poll());
        }
        refuseMissedCancel(turn.sale.attempt(attempt.n()));
    }

    /**
     * A restored database may read a cancel before the capture that it came too late for. It is not turned into a refund
     * then: whether the till may have one was not asked.
     */
    private void refuseMissedCancel(Attempt attempt) {
        var wishes = turn.sale.wishes();
        var captured = attempt.capture() != null && attempt.capture().succeeded();
        if (wishes.isCancelled() && captured && attempt.told().settled()) {
            turn.refuse(wishes.cancelled(), Refusals.TOO_LATE);
            turn.sale = turn.sale.wishes(wishes.cancelled(null));
        }
    }

    /**
     * Others captured or gave back, as far as events tell. Vipps is asked before anything is made of it: whoever has a
     * webhook's secret could have goods taken for paid, or given up.
     */
    private boolean othersMovedMoneyAsIsSaid(Attempt attempt) {
        var captured = attempt.ledger().capturedOnlyTold(turn.currency());
        var cancelled = !attempt.releaseBegan() && attempt.ledger().cancelledOnlyTold(turn.currency());
        return attempt.capture() == null && turn.mayExist(attempt) && (captured || cancelled);
    }

    /** All of it is captured, by others or before a restored database forgot it: that is what was agreed. */
    private void adoptCaptureAtOnce(Attempt attempt) {
        var terms = turn.sale.terms();
        if (terms.captureAtOnce()
                && turn.sale.wishes().confirmed() == null
                && attempt.ledger().capturedForSure(turn.currency()).equals(terms.amount())) {
            turn.sale = turn.sale.wishes(turn.sale.wishes().confirmed(Confirmation.ofEverything(terms)));
        }
    }

    /** Reserved, and nobody has said anything about it yet. */
    private boolean isFree(Attempt attempt) {
        return turn.sale.wishes().confirmed() == null
                && !attempt.ledger().capturedAnything()
                && turn.somethingIsHeld(attempt)
                && !turn.givenUp(attempt);
    }

    /** What the customer approved is what we asked for, or it is not ours to take. */
    private Attempt checkAmount(Attempt attempt) {
        var reserved = attempt.ledger().sums(turn.currency()).authorized();
        var differs = !reserved.isZero() && !reserved.equals(turn.sale.terms().amount());
        if (!differs || attempt.told().failed() || attempt.capture() != null) {
            return attempt;
        }
        turn.refuseConfirmation(Refusals.AMOUNT_DIFFERS);
        turn.alarm(attempt, "amount-differs", reserved);
        return turn.failed(turn.sale.attempt(attempt.n()), Refusals.AMOUNT_DIFFERS, false);
    }

    /** Checked once, before the first capture: what was accepted then is not refused when the money has moved. */
    private void checkConfirmation(Attempt attempt) {
        var confirmed = turn.sale.wishes().confirmed();
        if (confirmed == null || attempt.capture() != null) {
            return;
        }
        var objection = Objections.to(confirmed.amount(), turn.sale.terms());
        if (objection.isPresent()) {
            turn.refuseConfirmation(objection.get());
        } else if (attempt.create().rejected() || attempt.toldUnpaid() || turn.releaseBeganWithoutCapture(attempt)) {
            turn.refuseConfirmation(Refusals.GIVEN_UP);
        } else if (confirmed
                .amount()
                .moreThan(turn.captured(attempt).plus(attempt.ledger().capturable(turn.currency())))) {
            turn.refuseConfirmation(Refusals.MORE_THAN_RESERVED);
        }
    }

    private Attempt tellAuthorized(Attempt attempt) {
        if (attempt.told().authorized()) {
            return attempt;
        }
        turn.cancelTimer(Timer.POLL);
        var terms = turn.sale.terms();
        var told = startSelection(attempt);
        turn.say(turn.sayings().authorized(told));
        if (terms.captureAtOnce() && terms.receiptWay() == ReceiptWay.BEFORE_CAPTURE) {
            turn.set(Timer.CAPTURE_NOW, turn.now.plus(turn.timing.receiptFirst()));
        } else if (terms.captureAtOnce()) {
            turn.sale = turn.sale.wishes(turn.sale.wishes().confirmed(Confirmation.ofEverything(terms)));
        }
        return told;
    }

    private Attempt startSelection(Attempt attempt) {
        var until = turn.now.plusSeconds(turn.sale.terms().selectSeconds());
        if (!turn.sale.terms().captureAtOnce()) {
            turn.set(Timer.SELECTION_OVER, until.plus(turn.timing.selectionGrace()));
        }
        return turn.put(attempt.told(attempt.told().authorizedUntil(until)));
    }

    /** By others, or by us before a restored database forgot it: the confirmation may still be on its way. */
    private void capturedWithoutConfirmation(Attempt attempt) {
        var nobodyConfirms = turn.sale.wishes().isCancelled()
                || turn.sale.released()
                || attempt.told().failed()
                || attempt.toldUnpaid();
        if (nobodyConfirms || turn.timeIsUp(attempt)) {
            release.all(attempt);
            ending.settled(
                    turn.sale.attempt(attempt.n()), attempt.ledger().capturedForSure(turn.currency()), List.of());
        } else if (!attempt.told().authorized()) {
            turn.put(startSelection(attempt));
            if (turn.sale.terms().captureAtOnce()) {
                // Nobody will confirm it: it is settled as soon as Vipps has shown it.
                turn.set(Timer.SELECTION_OVER, turn.now);
            }
        }
    }

    private void tellNotKnownYet(int n) {
        var attempt = turn.sale.attempt(n);
        if (turn.somethingIsHeld(attempt)) {
            beginning.tellNotKnownYet(attempt);
        }
    }
}
