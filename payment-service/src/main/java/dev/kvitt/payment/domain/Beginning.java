package dev.kvitt.payment.domain;

import dev.kvitt.events.Customer;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentEnded;
import java.time.Instant;

/** Asking a customer: the first attempt and every one after it. The one before is final and holds nothing by then. */
final class Beginning {

    private final Turn turn;

    Beginning(Turn turn) {
        this.turn = turn;
    }

    boolean nextIsWanted() {
        return turn.sale.wishes().nextCustomer() != null;
    }

    void first() {
        if (!turn.sale.hasEnded()) {
            ask(turn.sale.attempt(1), turn.sale.customer());
        } else if (nextIsWanted()) {
            next();
        } else {
            turn.refuseConfirmation(Refusals.NOT_PAID);
        }
    }

    void next() {
        turn.sale
                .nextUnasked()
                .ifPresentOrElse(
                        attempt -> ask(attempt, turn.sale.wishes().nextCustomer()),
                        () -> turn.refuseNext(Refusals.TOO_MANY_ATTEMPTS));
    }

    /**
     * Once Vipps has shown us the payment, a restored database must not keep us from giving the command again: it has the
     * same operation id, and capture-service has the answer.
     */
    private void ask(Attempt attempt, Presented who) {
        var until = who == null ? turn.sale.terms().validUntil() : who.validUntil();
        var unwanted = turn.sale.wishes().isCancelled() || turn.sale.released() || turn.now.isAfter(until);
        if (turn.sale.terms().upperBound() && !turn.sale.terms().partialCapture()) {
            turn.sale = turn.sale.wishes(turn.sale.wishes().withoutNext());
            turn.failed(attempt, Refusals.NEEDS_PARTIAL_CAPTURE, true);
        } else if (unwanted && (attempt.ledger().state() == null || who == null)) {
            endUnasked(attempt);
        } else if (who == null) {
            waitForCustomer(attempt);
        } else {
            create(attempt, who);
        }
    }

    private void waitForCustomer(Attempt attempt) {
        if (attempt.told().waiting() == null) {
            turn.waiting(attempt, Refusals.CUSTOMER_WANTED);
            turn.set(Timer.GIVE_UP, turn.sale.terms().validUntil().plusMillis(1));
        }
    }

    private void create(Attempt attempt, Presented who) {
        var flow = turn.sale.terms().flowTo(who.customer());
        var id = turn.operation(attempt, OperationId.Kind.CREATE, 1);
        var asked = turn.put(attempt.asking(who, flow).create(Operation.given(id, 1)));
        turn.sale = turn.sale.customer(who).wishes(turn.sale.wishes().withoutNext());
        turn.cancelTimer(Timer.GIVE_UP);
        turn.say(turn.sayings().create(asked, id));
    }

    /** A till that waits for an answer must not take the money elsewhere meanwhile. */
    void tellNotKnownYet(Attempt attempt) {
        var stuck = attempt.create().unknown()
                || (attempt.create().outcome() == null && attempt.ledger().isReserved())
                || (attempt.ledger().state() == null && moneyMayTurnUp(turn, attempt))
                || (attempt.cancel() != null
                        && (attempt.cancel().unknown() || attempt.cancel().rejected()));
        if (stuck && (turn.sale.wishes().isCancelled() || nextIsWanted())) {
            turn.waiting(attempt, Refusals.NOT_KNOWN_YET);
        }
    }

    /** Not before all that was said is applied and Vipps was asked: our database may have been restored. */
    private void endUnasked(Attempt attempt) {
        var since = attempt.givingUp();
        if (since == null) {
            turn.set(Timer.GIVE_UP, turn.now);
            return;
        }
        if (!turn.askedSince(attempt, since)) {
            return;
        }
        turn.refuseConfirmation(Refusals.NOT_PAID);
        var next = turn.sale.wishes().next();
        turn.sale = turn.sale.wishes(turn.sale.wishes().withoutNext());
        if (turn.sale.wishes().isCancelled() || turn.sale.released()) {
            turn.say(turn.sayings().ended(turn.done(attempt), PaymentEnded.How.CANCELLED));
        } else {
            turn.refuse(next, Refusals.CREATE_TOO_LATE);
            turn.failed(attempt, Refusals.CREATE_TOO_LATE, true);
        }
    }

    /**
     * Vipps, or Kvitt on the way there, refused to ask the customer.
     *
     * @return whether the sale went on to another attempt
     */
    boolean afterRefusal(Attempt attempt) {
        var code = attempt.create().refusal().code();
        var unseen = attempt.ledger().state() == null;
        var goesOn = !turn.sale.wishes().isCancelled() || nextIsWanted();
        if (unseen && goesOn && certainlyNothing(attempt)) {
            if (code.equals(Codes.PUSH_NOT_ALLOWED) && turn.sale.terms().screen() && !nextIsWanted()) {
                // A restored database may have forgotten whom it asked.
                var until = attempt.customer() == null
                        ? turn.sale.terms().validUntil()
                        : attempt.customer().validUntil();
                var screen = new Presented(Customer.unknown(Customer.Kind.SCREEN), until);
                turn.sale = turn.sale.wishes(turn.sale.wishes().next(null, screen));
            }
            if (nextIsWanted()) {
                next();
                return true;
            }
            if (mayScanAgain(code) && !attempt.told().done()) {
                waitForScan(attempt);
                return true;
            }
        }
        refused(attempt, unseen);
        return false;
    }

    private boolean mayScanAgain(String code) {
        var tooOld = code.equals(Codes.TOKEN_TOO_OLD) || code.equals(Codes.PERSONAL_QR_TOO_OLD);
        return tooOld
                && !turn.sale.terms().selfOpened()
                && !turn.now.isAfter(turn.sale.terms().validUntil());
    }

    private void waitForScan(Attempt attempt) {
        if (!Refusals.SCAN_AGAIN.code().equals(attempt.told().waiting())) {
            turn.waiting(attempt, Refusals.SCAN_AGAIN);
            turn.set(Timer.GIVE_UP, turn.sale.terms().validUntil().plusMillis(1));
        }
    }

    private void refused(Attempt attempt, boolean unseen) {
        var lastWord = unseen || attempt.ledger().endedUnpaid();
        if (unseen && turn.sale.wishes().isCancelled() && certainlyNothing(attempt)) {
            cancelled(attempt);
        } else {
            turn.failed(attempt, attempt.create().refusal(), lastWord);
        }
        if (unseen) {
            turn.refuseConfirmation(Refusals.NOT_PAID);
            if (!certainlyNothing(attempt)) {
                turn.setPoll(turn.timing.slowPoll());
            }
        }
    }

    /** The till has given the sale up, and that is the answer it waits for. */
    private void cancelled(Attempt attempt) {
        if (!attempt.told().done()) {
            turn.say(turn.sayings().ended(turn.done(attempt), PaymentEnded.How.CANCELLED));
        }
    }

    /** Vipps itself said no to the request, it was never sent, or so much time has passed that it cannot turn up any more. */
    private boolean certainlyNothing(Attempt attempt) {
        return !moneyMayTurnUp(turn, attempt);
    }

    /** Vipps never said no to the request itself, so it may have got it after all. */
    static boolean moneyMayTurnUp(Turn turn, Attempt attempt) {
        return attempt.create() != null
                && attempt.create().rejected()
                && !Codes.isCertain(attempt.create().refusal().code())
                && !attempt.isForeign()
                && turn.now.isBefore(wantedUntil(attempt).plus(turn.timing.lateMoney()));
    }

    /** A restored database may have forgotten whom it asked; nothing was sent after it was given up. */
    private static Instant wantedUntil(Attempt attempt) {
        return attempt.customer() == null
                ? attempt.create().at()
                : attempt.customer().validUntil();
    }
}
