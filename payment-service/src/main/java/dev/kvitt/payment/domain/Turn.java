package dev.kvitt.payment.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One decision about one sale: reads top to bottom in the order of a sale's life. */
final class Turn {

    private static final int ATTEMPT = 1;

    final List<Output> outputs = new ArrayList<>();
    Sale sale;
    private final Timing timing;
    private final Instant now;

    Turn(Sale sale, Timing timing, Instant now) {
        this.sale = sale;
        this.timing = timing;
        this.now = now;
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
            failed(sale.create().refusal(), sale.ledger().state() != PaymentState.AUTHORIZED);
        }
        if (sale.ledger().state() == null) {
            tellRequested();
            return;
        }
        switch (sale.ledger().state()) {
            case CREATED -> waitForCustomer();
            case ABORTED -> ended(PaymentEnded.How.ABORTED);
            case EXPIRED -> ended(PaymentEnded.How.EXPIRED);
            case TERMINATED -> ended(PaymentEnded.How.CANCELLED);
            case AUTHORIZED -> withMoneyReserved();
        }
    }

    /** Somebody else's payment has our reference: it is left alone, whatever is told about it. */
    private boolean referenceIsTaken() {
        if (sale.create() == null
                || !sale.create().rejected()
                || !"reference-taken".equals(sale.create().refusal().code())) {
            return false;
        }
        failed(sale.create().refusal(), true);
        return true;
    }

    private void ask() {
        if (sale.create() != null || sale.told().done()) {
            return;
        }
        // Once Vipps has shown us the payment, a restored database must not keep us from giving the command again:
        // it has the same operation id, and capture-service has the answer.
        var nothingKnown = sale.ledger().state() == null;
        if (nothingKnown && sale.wishes().cancelled()) {
            done();
            say(new PaymentEnded(context(), PaymentEnded.How.CANCELLED, ATTEMPT, null, null));
        } else if (nothingKnown && now.isAfter(sale.opening().validUntil())) {
            failed(Refusals.CREATE_TOO_LATE, true);
        } else {
            var opening = sale.opening();
            var operation = new Operation(OperationId.of(reference(), OperationId.Kind.CREATE, 1), 1, null, null);
            sale = sale.create(operation);
            say(new CreatePayment(
                    context().msn(),
                    context().saleId(),
                    operation.id(),
                    now,
                    opening.maxAmount(),
                    opening.customerToken(),
                    opening.userFlow(),
                    opening.description(),
                    opening.validUntil()));
        }
    }

    private void tellRequested() {
        var asked = sale.create().succeeded() || sale.ledger().state() == PaymentState.CREATED;
        if (asked && !sale.told().requested()) {
            sale = sale.told(sale.told().requestedNow());
            say(new PaymentRequested(
                    context(), ATTEMPT, reference(), sale.opening().maxAmount()));
            setPoll();
        }
    }

    private void waitForCustomer() {
        tellRequested();
        if (sale.wishes().cancelled()) {
            giveBack();
        }
    }

    private void ended(PaymentEnded.How how) {
        refuseConfirmation(Refusals.NOT_PAID);
        if (!sale.told().done()) {
            done();
            say(new PaymentEnded(
                    context(), how, ATTEMPT, reference(), sale.ledger().sums(currency())));
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

    private boolean givenUp() {
        return sale.wishes().cancelled() || timeIsUp() || sale.create().rejected() || sale.cancel() != null;
    }

    /** The machine had its time, everything it said by then is applied, and Vipps was asked since. */
    private boolean timeIsUp() {
        var over = sale.wishes().selectionOver();
        var read = sale.ledger().readAt();
        return over != null && read != null && !read.isBefore(over);
    }

    /** No confirmation can be honoured any more. Where money was captured, the confirmation for it is only late. */
    boolean releaseBeganWithoutCapture() {
        var began = sale.wishes().cancelled() || sale.cancel() != null;
        return began && sale.capture() == null && !sale.ledger().capturedAnything();
    }

    private Money captured() {
        return sale.ledger().sums(currency()).captured();
    }

    /** By others, or by us before a restored database forgot it: the confirmation may still be on its way. */
    private void capturedWithoutConfirmation() {
        if (!timeIsUp()) {
            if (!sale.told().authorized()) {
                var wait = timing.selectionGrace().plusSeconds(sale.opening().selectSeconds());
                outputs.add(new Output.SetTimer(Timer.SELECTION_OVER, now.plus(wait)));
            }
            return;
        }
        giveBack();
        tellSettled(captured(), List.of());
    }

    private void tellAuthorized() {
        if (!sale.told().authorized()) {
            var until = now.plusSeconds(sale.opening().selectSeconds());
            sale = sale.told(sale.told().authorizedUntil(until));
            cancelTimer(Timer.POLL);
            say(new PaymentAuthorized(
                    context(),
                    ATTEMPT,
                    reference(),
                    sale.ledger().sums(currency()),
                    sale.ledger().capturable(currency()),
                    until,
                    sale.ledger().guaranteedUntil()));
            outputs.add(new Output.SetTimer(Timer.SELECTION_OVER, until.plus(timing.selectionGrace())));
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

    private void captureThenRelease() {
        var amount = sale.wishes().confirmed().amount();
        var missing = amount.minusDownToZero(captured());
        if (sale.capture() == null && !missing.isZero()) {
            cancelTimer(Timer.SELECTION_OVER);
            var operation = new Operation(OperationId.of(reference(), OperationId.Kind.CAPTURE, 1), 1, null, null);
            sale = sale.capture(operation);
            say(new CapturePayment(context().msn(), context().saleId(), operation.id(), now, missing));
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
                question(true);
            }
            return;
        }
        var lines = sale.wishes().confirmed().lines();
        tellCaptured(captured, lines);
        giveBack();
        tellSettled(captured, lines);
    }

    private void tellCaptured(Money captured, List<OrderLine> lines) {
        if (!sale.told().captured()) {
            sale = sale.told(sale.told().capturedNow());
            say(new PaymentCaptured(
                    context(), ATTEMPT, reference(), sale.ledger().sums(currency()), captured, lines));
        }
    }

    private void tellSettled(Money captured, List<OrderLine> lines) {
        if (sale.told().done() || !sale.ledger().nothingLeftForSure()) {
            return;
        }
        done();
        var sums = sale.ledger().sums(currency());
        if (!sums.cancelled().isZero()) {
            say(new PaymentReleased(context(), ATTEMPT, reference(), sums, sums.cancelled(), "remainder", false));
        }
        say(new PaymentSettled(context(), ATTEMPT, reference(), sums, captured, lines));
    }

    private void tellReleased() {
        if (sale.told().done() || !sale.ledger().nothingLeftForSure()) {
            return;
        }
        refuseConfirmation(Refusals.GIVEN_UP);
        done();
        var sums = sale.ledger().sums(currency());
        if (sale.wishes().cancelled()) {
            say(new PaymentEnded(context(), PaymentEnded.How.CANCELLED, ATTEMPT, reference(), sums));
        } else {
            var reason =
                    sale.cancel() == null ? "by-others" : sale.capture() == null ? "not-selected" : "capture-refused";
            say(new PaymentReleased(context(), ATTEMPT, reference(), sums, sums.cancelled(), reason, true));
        }
    }

    /** Gives back everything that is held and not captured, once; a refused release is wanted again after a while. */
    private void giveBack() {
        var held = sale.ledger().state() == PaymentState.CREATED
                || !sale.ledger().capturable(currency()).isZero();
        if (!held) {
            return;
        }
        if (sale.cancel() == null) {
            cancel(1);
        } else if (sale.cancel().rejected()) {
            outputs.add(new Output.SetTimer(Timer.RELEASE_AGAIN, now.plus(timing.releaseAgain())));
        }
    }

    private void cancel(int n) {
        var operation = new Operation(OperationId.of(reference(), OperationId.Kind.CANCEL, n), n, null, null);
        sale = sale.cancel(operation);
        say(new CancelPayment(context().msn(), context().saleId(), operation.id(), now, false));
    }

    void releaseAgain() {
        if (sale.cancel() != null && sale.cancel().rejected() && !sale.ledger().nothingLeftForSure()) {
            cancel(sale.cancel().n() + 1);
        }
    }

    void selectionOver() {
        if (sale.wishes().confirmed() == null && sale.wishes().selectionOver() == null) {
            sale = sale.wishes(sale.wishes().selectionOver(now));
            // It may be captured or given back already by somebody else: nothing is given up before Vipps was asked.
            question(true);
        }
    }

    void poll() {
        var state = sale.ledger().state();
        if (state == null || state == PaymentState.CREATED) {
            question(false);
            setPoll();
        }
    }

    private void setPoll() {
        outputs.add(new Output.SetTimer(Timer.POLL, now.plus(timing.pollAfter(sale.asked()))));
    }

    private void question(boolean always) {
        sale = sale.askedOnceMore();
        outputs.add(new Output.Ask(reference(), sale.asked(), always));
    }

    private void failed(Refusal refusal, boolean lastWord) {
        if (!sale.told().failed()) {
            sale = sale.told(sale.told().failedNow());
            if (lastWord) {
                done();
            }
            say(new PaymentFailed(context(), ATTEMPT, reference(), refusal, lastWord));
        }
    }

    private void refuseConfirmation(Refusal refusal) {
        var wishes = sale.wishes();
        if (wishes.confirmed() != null && sale.capture() == null) {
            refuse(wishes.confirmed(), wishes.confirmedBy(), refusal);
            sale = sale.wishes(wishes.withoutConfirmation());
        }
    }

    void refuse(PointOfSaleEvent request, UUID eventId, Refusal refusal) {
        var unopened = new SaleContext(request.msn(), request.saleId(), null, request.tillId(), null);
        say(new RequestRefused(sale.opening() == null ? unopened : context(), eventId, request.requestId(), refusal));
    }

    private void done() {
        sale = sale.told(sale.told().doneNow());
        cancelTimer(Timer.POLL);
        cancelTimer(Timer.SELECTION_OVER);
    }

    private void cancelTimer(Timer timer) {
        outputs.add(new Output.CancelTimer(timer));
    }

    private void say(EventData what) {
        sale = sale.saidOneMore();
        outputs.add(new Output.Say(what, sale.said()));
    }

    private SaleContext context() {
        return sale.opening().sale();
    }

    private Currency currency() {
        return sale.opening().maxAmount().currency();
    }

    private PaymentReference reference() {
        return PaymentReference.of(context().saleId(), ATTEMPT);
    }
}
