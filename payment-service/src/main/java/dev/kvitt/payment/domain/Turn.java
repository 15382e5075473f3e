package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentState;
import java.time.Instant;
import java.util.List;

/** One decision about one sale: reads top to bottom in the order of a sale's life. */
final class Turn extends Acting {

    static final int ATTEMPT = 1;

    Turn(Sale sale, Timing timing, Instant now) {
        super(sale, timing, now);
    }

    void go() {
        if (sale.opening() == null || referenceIsTaken()) {
            return;
        }
        ask();
        if (sale.create() == null) {
            return;
        }
        if (sale.create().rejected()) {
            createRejected();
        }
        switch (sale.ledger().state()) {
            case null -> tellRequested();
            case CREATED -> waitForCustomer();
            case ABORTED -> ended(PaymentEnded.How.ABORTED);
            case EXPIRED -> ended(PaymentEnded.How.EXPIRED);
            case TERMINATED -> ended(PaymentEnded.How.CANCELLED);
            case AUTHORIZED -> withMoneyReserved();
        }
    }

    /** Somebody else's payment has our reference: it is left alone, whatever is told about it. */
    private boolean referenceIsTaken() {
        var create = sale.create();
        if (create == null
                || !create.rejected()
                || !"reference-taken".equals(create.refusal().code())) {
            return false;
        }
        refuseConfirmation(Refusals.NOT_PAID);
        failed(create.refusal(), true);
        return true;
    }

    /**
     * Once Vipps has shown us the payment, a restored database must not keep us from giving the command again: it has the
     * same operation id, and capture-service has the answer.
     */
    private void ask() {
        if (sale.create() != null) {
            return;
        }
        var unwanted = sale.wishes().cancelled() || now.isAfter(sale.opening().validUntil());
        if (sale.told().done()) {
            refuseConfirmation(Refusals.NOT_PAID);
        } else if (unwanted && sale.ledger().state() == null) {
            endUnasked();
        } else {
            var id = OperationId.of(reference(), OperationId.Kind.CREATE, 1);
            sale = sale.create(Operation.given(id, 1));
            say(sayings().create(id));
        }
    }

    /** Not before all that was said is applied and Vipps was asked: our database may have been restored. */
    private void endUnasked() {
        var since = sale.wishes().givingUp();
        if (since == null) {
            outputs.add(new Output.SetTimer(Timer.GIVE_UP, now));
        } else if (askedSince(since)) {
            refuseConfirmation(Refusals.NOT_PAID);
            if (sale.wishes().cancelled()) {
                done();
                say(sayings().ended(PaymentEnded.How.CANCELLED));
            } else {
                failed(Refusals.CREATE_TOO_LATE, true);
            }
        }
    }

    void giveUp() {
        if (sale.create() == null && !sale.told().done()) {
            if (sale.wishes().givingUp() == null) {
                sale = sale.wishes(sale.wishes().givingUp(now));
            }
            question(true);
            outputs.add(new Output.SetTimer(Timer.GIVE_UP, now.plus(timing.slowPoll())));
        }
    }

    private void createRejected() {
        var state = sale.ledger().state();
        failed(sale.create().refusal(), state != PaymentState.AUTHORIZED && state != PaymentState.CREATED);
        if (state == null) {
            refuseConfirmation(Refusals.NOT_PAID);
            if (moneyMayTurnUp()) {
                setPoll(timing.slowPoll());
            }
        }
    }

    /** Vipps never said no to the request itself, so it may have got it after all. */
    private boolean moneyMayTurnUp() {
        return sale.create() != null
                && sale.create().rejected()
                && !sale.create().refusal().code().startsWith("vipps-")
                && now.isBefore(sale.opening().validUntil().plus(timing.lateMoney()));
    }

    private void tellRequested() {
        var asked = sale.create().succeeded() || sale.ledger().state() == PaymentState.CREATED;
        if (asked && !sale.told().requested()) {
            sale = sale.told(sale.told().requestedNow());
            say(sayings().requested());
            setPoll(timing.pollAfter(sale.asked()));
        }
    }

    private void waitForCustomer() {
        if (sale.wishes().cancelled() || sale.create().rejected()) {
            giveBack();
        } else {
            tellRequested();
        }
    }

    private void ended(PaymentEnded.How how) {
        refuseConfirmation(Refusals.NOT_PAID);
        if (!sale.told().done()) {
            done();
            say(sayings().ended(how));
        }
    }

    private void withMoneyReserved() {
        checkConfirmation();
        if (sale.wishes().confirmed() != null) {
            captureThenRelease();
        } else if (sale.ledger().capturedAnything()) {
            capturedWithoutConfirmation();
        } else if (givenUp()) {
            giveBack();
            tellReleased();
        } else if (sale.ledger().nothingLeftForSure()) {
            tellReleased();
        } else {
            tellAuthorized();
        }
    }

    /** Checked once, before the first capture: what was accepted then is not refused when the money has moved. */
    private void checkConfirmation() {
        var confirmed = sale.wishes().confirmed();
        if (confirmed == null || sale.capture() != null) {
            return;
        }
        var amount = confirmed.amount();
        if (amount.currency() != currency()) {
            refuseConfirmation(Refusals.OTHER_CURRENCY);
        } else if (amount.isZero()) {
            refuseConfirmation(Refusals.NOTHING_CONFIRMED);
        } else if (sale.create().rejected() || releaseBeganWithoutCapture()) {
            refuseConfirmation(Refusals.GIVEN_UP);
        } else if (amount.moreThan(captured().plus(sale.ledger().capturable(currency())))) {
            refuseConfirmation(Refusals.MORE_THAN_RESERVED);
        }
    }

    /** No confirmation can be honoured any more. Where money was captured, the confirmation for it is only late. */
    boolean releaseBeganWithoutCapture() {
        var began = sale.wishes().cancelled() || sale.cancel() != null;
        return began && sale.capture() == null && !sale.ledger().capturedAnything();
    }

    private boolean givenUp() {
        return sale.wishes().cancelled() || timeIsUp() || sale.create().rejected() || sale.cancel() != null;
    }

    /** The machine had its time, everything it said by then is applied, and Vipps was asked since. */
    private boolean timeIsUp() {
        return sale.wishes().selectionOver() != null && askedSince(sale.wishes().selectionOver());
    }

    private void tellAuthorized() {
        if (!sale.told().authorized()) {
            startSelection();
            cancelTimer(Timer.POLL);
            say(sayings().authorized(sale.told().selectUntil()));
        }
    }

    private void startSelection() {
        var until = now.plusSeconds(sale.opening().selectSeconds());
        sale = sale.told(sale.told().authorizedUntil(until));
        outputs.add(new Output.SetTimer(Timer.SELECTION_OVER, until.plus(timing.selectionGrace())));
    }

    void selectionOver() {
        if (sale.wishes().confirmed() != null || sale.told().done() || timeIsUp()) {
            return;
        }
        if (sale.wishes().selectionOver() == null) {
            sale = sale.wishes(sale.wishes().selectionOver(now));
        }
        // It may be captured or given back already by somebody else: nothing is given up before Vipps was asked.
        question(true);
        outputs.add(new Output.SetTimer(Timer.SELECTION_OVER, now.plus(timing.slowPoll())));
    }

    private void captureThenRelease() {
        var amount = sale.wishes().confirmed().amount();
        var missing = amount.minusDownToZero(captured());
        if (sale.capture() == null && !missing.isZero()) {
            cancelTimer(Timer.SELECTION_OVER);
            var id = OperationId.of(reference(), OperationId.Kind.CAPTURE, 1);
            sale = sale.capture(Operation.given(id, 1));
            say(sayings().capture(id, missing));
            setPoll(timing.slowPoll());
            return;
        }
        if (sale.capture() != null && sale.capture().rejected()) {
            // Delivered, and Vipps will not pay for it: nothing is won by keeping the customer's money reserved.
            failed(sale.capture().refusal(), sale.ledger().nothingLeftForSure());
            giveBack();
            tellReleased();
            return;
        }
        var captured = sale.ledger().capturedForSure(currency());
        if (amount.moreThan(captured)) {
            if (sale.capture() == null) {
                setPoll(timing.poll());
            }
            return;
        }
        var lines = sale.wishes().confirmed().lines();
        tellCaptured(captured, lines);
        giveBack();
        tellSettled(captured, lines);
    }

    /** By others, or by us before a restored database forgot it: the confirmation may still be on its way. */
    private void capturedWithoutConfirmation() {
        if (timeIsUp()) {
            giveBack();
            tellSettled(sale.ledger().capturedForSure(currency()), List.of());
        } else if (!sale.told().authorized()) {
            startSelection();
        }
    }

    private void tellCaptured(Money captured, List<OrderLine> lines) {
        if (!sale.told().captured()) {
            sale = sale.told(sale.told().capturedNow());
            say(sayings().captured(captured, lines));
        }
    }

    private void tellSettled(Money captured, List<OrderLine> lines) {
        if (sale.told().settled() || !sale.ledger().nothingLeftForSure()) {
            return;
        }
        done();
        sale = sale.told(sale.told().settledNow());
        if (!sale.ledger().sums(currency()).cancelled().isZero()) {
            say(sayings().released("remainder", false));
        }
        say(sayings().settled(captured, lines));
    }

    private void tellReleased() {
        if (sale.told().done() || !sale.ledger().nothingLeftForSure()) {
            return;
        }
        refuseConfirmation(Refusals.GIVEN_UP);
        done();
        if (sale.wishes().cancelled()) {
            say(sayings().ended(PaymentEnded.How.CANCELLED));
        } else if (sale.cancel() == null) {
            say(sayings().released("by-others", true));
        } else {
            say(sayings().released(sale.capture() == null ? "not-selected" : "capture-refused", true));
        }
    }

    /** Gives back everything that is held and not captured, once; a refused release is wanted again after a while. */
    private void giveBack() {
        if (!somethingIsHeld()) {
            return;
        }
        if (sale.cancel() == null) {
            cancel(1);
        } else if (sale.cancel().rejected()) {
            // From when it was refused, not from now: other events must not put it off.
            var refused = sale.cancel().at() == null ? now : sale.cancel().at();
            outputs.add(new Output.SetTimer(Timer.RELEASE_AGAIN, refused.plus(timing.releaseAgain())));
        }
    }

    /** Only while there is something to give back: the customer may have ended it meanwhile. */
    void releaseAgain() {
        if (sale.cancel() != null && sale.cancel().rejected() && somethingIsHeld()) {
            cancel(sale.cancel().n() + 1);
        }
    }

    private boolean somethingIsHeld() {
        return sale.opening() != null
                && (sale.ledger().state() == PaymentState.CREATED
                        || !sale.ledger().capturable(currency()).isZero());
    }

    void poll() {
        if (somethingIsOpen()) {
            question(false);
            setPoll(
                    sale.told().done() || sale.capture() != null || sale.cancel() != null
                            ? timing.slowPoll()
                            : timing.pollAfter(sale.asked()));
        }
    }

    /** There is something that only Vipps can tell, should the one who was to tell us never do so. */
    private boolean somethingIsOpen() {
        return switch (sale.ledger().state()) {
            case null -> !sale.told().done() || moneyMayTurnUp();
            case CREATED -> true;
            case AUTHORIZED ->
                !sale.ledger().nothingLeftForSure()
                        && (sale.wishes().confirmed() != null || sale.capture() != null || sale.cancel() != null);
            case ABORTED, EXPIRED, TERMINATED -> false;
        };
    }
}
