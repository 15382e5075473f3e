package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentReference;

/**
 * Captured money that is to be paid back. Its operation is named after the request, not counted: a restored database may
 * read requests and results again in another order, and must find the same operation for the same request.
 *
 * @param request absent while only the result is known, of a request that a restored database has not read again
 * @param amount absent: all that was captured, as when a cancel came too late
 * @param operation absent until given
 * @param told the till has its answer
 */
public record Refund(Request request, Money amount, Operation operation, boolean told) {

    static Refund wanted(Request request, Money amount) {
        return new Refund(request, amount, null, false);
    }

    OperationId operationId(PaymentReference reference) {
        return OperationId.refund(reference, request.eventId());
    }

    /** Whether this is only a result, and the other is the request for it. */
    boolean isResultOf(Refund wanted) {
        return request == null
                && operation.id().equals(wanted.operationId(operation.id().reference()));
    }

    Refund operation(Operation value) {
        return new Refund(request, amount, value, told);
    }

    Refund amount(Money value) {
        return new Refund(request, value, operation, told);
    }

    Refund answered() {
        return new Refund(request, amount, operation, true);
    }

    /** Somebody waits for an answer to it. */
    boolean isOpen() {
        return request != null && !told;
    }
}
