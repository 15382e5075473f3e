package dev.kvitt.capture.messaging;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;

/** Results as events. */
final class Results {

    static final String SOURCE = "kvitt/capture-service";

    private Results() {}

    /**
     * The same result is the same event, however often it is told. The outcome is part of its name because numbers start
     * again when our rows are restored: a success must never look like the doubt that was told before it.
     */
    static Event<OperationResult> event(OperationResult result) {
        var name = EventType.OPERATION_RESULT.typeName() + "/" + result.operationId() + "/" + result.outcome();
        var id = Ids.own(result.msn(), result.saleId(), name, result.number());
        return new Event<>(id, SOURCE, result.at(), result.msn(), null, result);
    }

    /** Whether two commands ask for the same, whenever each was issued and however its customer is sealed. */
    static boolean sameWish(PaymentCommand one, PaymentCommand other) {
        return switch (one) {
            case CreatePayment create ->
                other instanceof CreatePayment repeated && create.amount().equals(repeated.amount());
            case CapturePayment capture ->
                other instanceof CapturePayment repeated && capture.amount().equals(repeated.amount());
            case RefundPayment refund ->
                other instanceof RefundPayment repeated && refund.amount().equals(repeated.amount());
            case CancelPayment cancel ->
                other instanceof CancelPayment repeated
                        && cancel.onlyIfNotAuthorized() == repeated.onlyIfNotAuthorized();
        };
    }
}
