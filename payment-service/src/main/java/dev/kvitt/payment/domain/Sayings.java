package dev.kvitt.payment.domain;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import java.time.Instant;
import java.util.List;

/** A sale put into words: what there is to say about it as it stands, whenever the saga decides to say it. */
record Sayings(Sale sale, Instant now) {

    CreatePayment create(Attempt attempt, OperationId id) {
        var terms = sale.terms();
        var receipt = terms.receiptWay() == ReceiptWay.AT_CREATE ? terms.lines() : List.<OrderLine>of();
        return new CreatePayment(
                context().msn(),
                context().saleId(),
                id,
                now,
                terms.amount(),
                attempt.customer().customer(),
                terms.customerPresent() && attempt.customer().customer().standsAtPointOfSale(),
                attempt.flow(),
                terms.description(),
                attempt.customer().validUntil(),
                context().tillId(),
                receipt,
                receipt.isEmpty() ? null : terms.bottomLine(),
                terms.remember() == null ? null : true);
    }

    CapturePayment capture(OperationId id, Money amount) {
        return new CapturePayment(context().msn(), context().saleId(), id, now, amount);
    }

    CancelPayment cancel(OperationId id, boolean sparing) {
        return new CancelPayment(context().msn(), context().saleId(), id, now, sparing);
    }

    RefundPayment refund(OperationId id, Money amount) {
        return new RefundPayment(context().msn(), context().saleId(), id, now, amount);
    }

    PaymentWaiting waiting(Attempt attempt, Refusal why) {
        return new PaymentWaiting(context(), attempt.n(), why);
    }

    PaymentRequested requested(Attempt attempt) {
        return new PaymentRequested(
                context(),
                attempt.n(),
                reference(attempt),
                sale.terms().amount(),
                attempt.flow(),
                attempt.create().redirectUrl());
    }

    PaymentAuthorized authorized(Attempt attempt) {
        var ledger = attempt.ledger();
        return new PaymentAuthorized(
                context(),
                attempt.n(),
                reference(attempt),
                sums(attempt),
                ledger.capturable(sale.terms().currency()),
                sale.terms().captureAtOnce() ? null : attempt.told().selectUntil(),
                ledger.guaranteedUntil(),
                sale.terms().upperBound() ? List.of() : sale.terms().lines(),
                sale.terms().receiptWay(),
                sale.terms().bottomLine(),
                sale.terms().remember());
    }

    PaymentCaptured captured(Attempt attempt, Money amount, Confirmation confirmed) {
        var terms = sale.terms();
        return new PaymentCaptured(
                context(),
                attempt.n(),
                reference(attempt),
                sums(attempt),
                amount,
                confirmed.lines(),
                terms.receiptWay(),
                confirmed.bottomLine() == null ? terms.bottomLine() : confirmed.bottomLine(),
                terms.remember());
    }

    PaymentReleased released(Attempt attempt, String reason, boolean lastWord) {
        var sums = sums(attempt);
        return new PaymentReleased(
                context(), attempt.n(), reference(attempt), sums, sums.cancelled(), reason, lastWord);
    }

    PaymentSettled settled(Attempt attempt, Money amount, List<OrderLine> lines) {
        return new PaymentSettled(context(), attempt.n(), reference(attempt), sums(attempt), amount, lines);
    }

    PaymentRefunded refunded(Attempt attempt, Refund refund) {
        return new PaymentRefunded(
                context(),
                attempt.n(),
                reference(attempt),
                sums(attempt),
                refund.amount(),
                refund.request() == null ? null : refund.request().requestId(),
                attempt.told().done());
    }

    PaymentUncollectable uncollectable(Attempt attempt, Money lost, Refusal refusal) {
        return new PaymentUncollectable(
                context(),
                attempt.n(),
                reference(attempt),
                sums(attempt),
                lost,
                refusal,
                attempt.ledger().nothingLeftForSure());
    }

    PaymentAtRisk atRisk(Attempt attempt, String why, Money amount) {
        return new PaymentAtRisk(
                context(), attempt.n(), reference(attempt), sums(attempt), why, amount, attempt.reservedUntil());
    }

    /** Without reference and sums where no payment of ours was ever seen. */
    PaymentEnded ended(Attempt attempt, PaymentEnded.How how) {
        return attempt.create() == null || attempt.ledger().state() == null
                ? new PaymentEnded(context(), how, attempt.n(), null, null)
                : new PaymentEnded(context(), how, attempt.n(), reference(attempt), sums(attempt));
    }

    PaymentFailed failed(Attempt attempt, Refusal refusal, boolean lastWord) {
        return new PaymentFailed(context(), attempt.n(), reference(attempt), refusal, lastWord);
    }

    private Aggregate sums(Attempt attempt) {
        return attempt.ledger().sums(sale.terms().currency());
    }

    private SaleContext context() {
        return sale.context();
    }

    private PaymentReference reference(Attempt attempt) {
        return PaymentReference.of(context().saleId(), attempt.n());
    }
}
