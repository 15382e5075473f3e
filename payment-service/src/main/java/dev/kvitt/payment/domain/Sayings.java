package dev.kvitt.payment.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
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
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import java.time.Instant;
import java.util.List;

/** A sale put into words: what there is to say about it as it stands, whenever the saga decides to say it. */
record Sayings(Sale sale, Instant now) {

    CreatePayment create(OperationId id) {
        var opening = sale.opening();
        return new CreatePayment(
                context().msn(),
                context().saleId(),
                id,
                now,
                opening.maxAmount(),
                opening.customerToken(),
                opening.userFlow(),
                opening.description(),
                opening.validUntil());
    }

    CapturePayment capture(OperationId id, Money amount) {
        return new CapturePayment(context().msn(), context().saleId(), id, now, amount);
    }

    CancelPayment cancel(OperationId id) {
        return new CancelPayment(context().msn(), context().saleId(), id, now, false);
    }

    PaymentRequested requested() {
        return new PaymentRequested(
                context(), Turn.ATTEMPT, reference(), sale.opening().maxAmount());
    }

    PaymentAuthorized authorized(Instant until) {
        var ledger = sale.ledger();
        return new PaymentAuthorized(
                context(),
                Turn.ATTEMPT,
                reference(),
                ledger.sums(currency()),
                ledger.capturable(currency()),
                until,
                ledger.guaranteedUntil());
    }

    PaymentCaptured captured(Money amount, List<OrderLine> lines) {
        return new PaymentCaptured(
                context(), Turn.ATTEMPT, reference(), sale.ledger().sums(currency()), amount, lines);
    }

    PaymentReleased released(String reason, boolean lastWord) {
        var sums = sale.ledger().sums(currency());
        return new PaymentReleased(context(), Turn.ATTEMPT, reference(), sums, sums.cancelled(), reason, lastWord);
    }

    PaymentSettled settled(Money amount, List<OrderLine> lines) {
        return new PaymentSettled(
                context(), Turn.ATTEMPT, reference(), sale.ledger().sums(currency()), amount, lines);
    }

    /** Without reference and sums where no payment was ever seen. */
    PaymentEnded ended(PaymentEnded.How how) {
        PaymentState state = sale.ledger().state();
        return state == null
                ? new PaymentEnded(context(), how, Turn.ATTEMPT, null, null)
                : new PaymentEnded(
                        context(), how, Turn.ATTEMPT, reference(), sale.ledger().sums(currency()));
    }

    PaymentFailed failed(Refusal refusal, boolean lastWord) {
        return new PaymentFailed(context(), Turn.ATTEMPT, reference(), refusal, lastWord);
    }

    private SaleContext context() {
        return sale.opening().sale();
    }

    private Currency currency() {
        return sale.opening().maxAmount().currency();
    }

    private PaymentReference reference() {
        return PaymentReference.of(context().saleId(), Turn.ATTEMPT);
    }
}
