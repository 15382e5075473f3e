package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.ReceiptWay;
import java.util.List;

/** An approved payment: the money is reserved, and is captured, given back, or both in turn. */
final class Reservation {

    private final Turn turn;
    private final Release release;
    private final Beginning beginning;

    Reservation(Turn turn, Release release, Beginning beginning) {
        this.turn = turn;
        this.release = release;
        this.beginning = beginning;
    }

    void go(Attempt approved) {
        var attempt = noteItsEnd(approved);
        if (beginning.nextIsWanted() && !turn.givenUp(attempt)) {
            turn.refuseNext(Refusals.ALREADY_APPROVED);
        }
        attempt = checkAmount(attempt);
        adoptCaptureAtOnce(attempt);
        checkConfirmation(attempt);
        if (isFree(attempt)) {
            attempt = tellAuthorized(attempt);
        }
        if (turn.sale.wishes().confirmed() != null) {
            captureThenRelease(attempt);
        } else if (attempt.ledger().capturedAnything()) {
            capturedWithoutConfirmation(attempt);
        } else if (turn.givenUp(attempt)) {
            release.all(attempt);
            tellReleased(turn.sale.attempt(attempt.n()));
            tellNotKnownYet(attempt.n());
        } else if (attempt.ledger().nothingLeftForSure()) {
            tellReleased(attempt);
        } else if (!turn.somethingIsHeld(attempt)) {
            // Others gave it back, as far as webhooks tell: only Vipps' own sums are told.
            turn.setPoll(turn.timing.poll());
        }
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

    /** Nothing is decided for a parked sale, but its money is not lost either: what nobody confirmed goes back in time. */
    void protect() {
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
        var confirmed = turn.sale.wishes().confirmed() != null || attempt.capture() != null;
        var lastCall = attempt.endsSoon() != null && turn.timeIsUp(attempt);
        if (turn.sale.released() || (!confirmed && lastCall)) {
            release.all(attempt);
        }
    }

    /** When it ends by itself: as Vipps guarantees, which may be told late, or as the market allows, whichever is first. */
    private Attempt noteItsEnd(Attempt attempt) {
        var known = attempt.reservedUntil();
        var market = known == null ? turn.now.plus(turn.sale.terms().captureWindow()) : known;
        var guaranteed = attempt.ledger().guaranteedUntil();
        var end = guaranteed != null && guaranteed.isBefore(market) ? guaranteed : market;
        if (end.equals(known)) {
            return attempt;
        }
        turn.set(Timer.AT_RISK, end.minus(turn.timing.atRisk()));
        turn.set(Timer.DEADLINE, end.minus(turn.timing.lastCall()));
        return turn.put(attempt.reservedUntil(end));
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
        } else if (attempt.create().rejected() || turn.releaseBeganWithoutCapture(attempt)) {
            turn.refuseConfirmation(Refusals.GIVEN_UP);
        } else if (confirmed
                .amount()
                .moreThan(captured(attempt).plus(attempt.ledger().capturable(turn.currency())))) {
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

    private void captureThenRelease(Attempt attempt) {
        var confirmed = turn.sale.wishes().confirmed();
        var missing = confirmed.amount().minusDownToZero(captured(attempt));
        if (attempt.capture() == null && !missing.isZero()) {
            capture(attempt, missing);
            return;
        }
        var captured = attempt.ledger().capturedForSure(turn.currency());
        if (!confirmed.amount().moreThan(captured)) {
            var told = tellCaptured(attempt, captured, confirmed);
            release.all(told);
            tellSettled(turn.sale.attempt(attempt.n()), captured, confirmed.lines());
        } else if (attempt.capture() != null && attempt.capture().rejected()) {
            uncollectable(attempt, confirmed.amount().minusDownToZero(captured));
        } else if (attempt.capture() == null) {
            turn.setPoll(turn.timing.poll());
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
        tellReleased(turn.sale.attempt(attempt.n()));
    }

    /** By others, or by us before a restored database forgot it: the confirmation may still be on its way. */
    private void capturedWithoutConfirmation(Attempt attempt) {
        var nobodyConfirms = turn.sale.wishes().isCancelled()
                || turn.sale.released()
                || attempt.told().failed();
        if (nobodyConfirms || turn.timeIsUp(attempt)) {
            release.all(attempt);
            tellSettled(turn.sale.attempt(attempt.n()), attempt.ledger().capturedForSure(turn.currency()), List.of());
        } else if (!attempt.told().authorized()) {
            turn.put(startSelection(attempt));
            if (turn.sale.terms().captureAtOnce()) {
                // Nobody will confirm it: it is settled as soon as Vipps has shown it.
                turn.set(Timer.SELECTION_OVER, turn.now);
            }
        }
    }

    private Attempt tellCaptured(Attempt attempt, Money captured, Confirmation confirmed) {
        if (attempt.told().captured()) {
            return attempt;
        }
        var told = turn.put(attempt.told(attempt.told().capturedNow()));
        turn.say(turn.sayings().captured(told, captured, confirmed));
        return told;
    }

    private void tellSettled(Attempt attempt, Money captured, List<OrderLine> lines) {
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

    private void tellReleased(Attempt attempt) {
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

    private void tellNotKnownYet(int n) {
        var attempt = turn.sale.attempt(n);
        if (turn.somethingIsHeld(attempt)) {
            beginning.tellNotKnownYet(attempt);
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

    private Money captured(Attempt attempt) {
        return attempt.ledger().sums(turn.currency()).captured();
    }
}
