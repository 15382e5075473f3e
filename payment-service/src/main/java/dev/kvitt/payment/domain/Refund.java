package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;

/**
 * Captured money that is to be paid back. Its number is its place among all requests for refunds, refused ones too, so
 * that a restored database gives every request the same number again.
 *
 * @param amount absent: all that was captured, as when a cancel came too late
 * @param operation absent until given
 * @param told the till has its answer
 */
public record Refund(Request request, Money amount, Operation operation, boolean told) {

    Refund operation(Operation value) {
        return new Refund(request, amount, value, told);
    }

    Refund amount(Money value) {
        return new Refund(request, value, operation, told);
    }

    Refund answered() {
        return new Refund(request, amount, operation, true);
    }

    /** Given to Vipps and not known to be refused: its money counts as paid back. */
    boolean underWay() {
        return operation != null && !operation.rejected() && !told;
    }
}
