package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.util.Optional;

/** Whether an input comes in its time. Otherwise it is late, repeated, or read again after a restore: rare, and harmless. */
final class Timely {

    private final Story story;
    private final Optional<Attempt> active;

    Timely(Story story) {
        this.story = story;
        this.active = story.sale().active();
    }

    boolean is(Input input) {
        return switch (input) {
            case Input.Done(var result) -> isAwaited(result.operationId());
            case Input.TimerFired(var timer) -> new Stage(story).isSet(timer);
            case Input.Happened(var what) -> canHappen(what);
            case Input.Observed(var what) -> what.found() ? canBeSeen(what.view()) : seenAs(null);
            case Input.Unparked unparked -> story.sale().parked();
            case Input.ReceiptTold told -> seenAs(PaymentState.AUTHORIZED);
            case Input.Remembered remembered -> seenAs(PaymentState.AUTHORIZED);
            case Input.Said said -> false;
            case Input.Opened opened -> true;
            case Input.CustomerPresented presented -> true;
            case Input.Confirmed confirmed -> true;
            case Input.AttemptRequested requested -> true;
            case Input.Cancelled cancelled -> true;
            case Input.RefundRequested requested -> true;
            case Input.Parked parked -> true;
            case Input.ReleaseOrdered ordered -> true;
        };
    }

    /** It was commanded and has no final answer yet. */
    private boolean isAwaited(OperationId id) {
        var operation =
                switch (id.kind()) {
                    case CREATE -> active.map(Attempt::create);
                    case CAPTURE -> active.map(Attempt::capture);
                    case CANCEL -> active.map(Attempt::cancel);
                    case REFUND -> refund();
                };
        return operation
                .filter(given -> given.id().equals(id) && !given.succeeded() && !given.rejected())
                .isPresent();
    }

    private Optional<Operation> refund() {
        return story.sale().wishes().refunds().stream().findFirst().map(Refund::operation);
    }

    private boolean canHappen(PaymentHappened what) {
        return what.name().equals("CAPTURED")
                ? active.filter(attempt -> attempt.capture() != null).isPresent() && seenAs(PaymentState.AUTHORIZED)
                : isUndecided();
    }

    private boolean canBeSeen(PaymentView view) {
        return view.aggregate().capturable().isZero()
                ? active.filter(attempt -> !attempt.ledger().capturedAnything()
                                        && !attempt.ledger().nothingLeftForSure())
                                .isPresent()
                        && seenAs(PaymentState.AUTHORIZED)
                : isUndecided();
    }

    /** The customer has not decided yet, as far as we know. */
    private boolean isUndecided() {
        var asked = active.filter(attempt -> !attempt.create().rejected()).isPresent();
        return asked && (seenAs(null) || seenAs(PaymentState.CREATED));
    }

    private boolean seenAs(PaymentState state) {
        return active.filter(attempt -> attempt.ledger().state() == state).isPresent();
    }
}
