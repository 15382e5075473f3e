package dev.kvitt.payment.messaging;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import java.util.List;

/** A sale of a till and what happens to it at Vipps. */
public final class PaidSale {

    public static final Msn MSN = new Msn("123456");
    private final OnADatabase service;
    public final SaleId id;
    public final PaymentReference reference;
    private long looks;

    public PaidSale(OnADatabase service, String id) {
        this.service = service;
        this.id = new SaleId(id);
        this.reference = PaymentReference.of(this.id, 1);
    }

    /** Opened, approved and captured, as it is on a good day. */
    public static PaidSale of(OnADatabase service, String id, long amount) {
        var sale = new PaidSale(service, id).opened(amount).authorized(amount);
        sale.captured(amount);
        return sale;
    }

    public PaidSale opened(long amount) {
        service.read(Topics.POS_SALES, opening(amount));
        return this;
    }

    public SaleOpened opening(long amount) {
        var customer = Customer.sealed(Customer.Kind.PHONE_NUMBER, new Sealed("a.b.c.d.e"));
        return new SaleOpened(
                MSN,
                id,
                "till-1",
                "open",
                nok(amount),
                false,
                null,
                "Brus Oslo S",
                service.now.plusSeconds(120),
                null,
                customer,
                null,
                List.of(),
                null);
    }

    public PaidSale authorized(long amount) {
        done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.SUCCEEDED);
        shows(amount, 0, 0);
        return this;
    }

    public void captured(long amount) {
        shows(amount, amount, 0);
    }

    public void shows(long authorized, long captured, long refunded) {
        var sums = new Aggregate(nok(authorized), nok(captured), nok(0), nok(refunded));
        var view = new PaymentView(PaymentState.AUTHORIZED, nok(authorized), sums, "psp", null);
        service.read(Topics.VIPPS_PAYMENTS, new PaymentObserved(MSN, reference, ++looks, true, view, service.now));
    }

    public void done(OperationId.Kind kind, int n, OperationResult.Outcome outcome) {
        service.read(Topics.PAYMENT_RESULTS, result(kind, n, outcome));
    }

    public OperationResult result(OperationId.Kind kind, int n, OperationResult.Outcome outcome) {
        var refusal = outcome == OperationResult.Outcome.REJECTED
                ? new dev.kvitt.events.Refusal("vipps-6000", "Vipps says no.", false)
                : null;
        // A refund's operation is named after its request.
        var operation = kind == OperationId.Kind.REFUND
                ? service.said(RefundPayment.class).getLast().operationId()
                : OperationId.of(reference, kind, n);
        return new OperationResult(MSN, id, operation, 1, outcome, null, refusal, null, service.now);
    }

    public void refund(String topic, String till, String request, long amount) {
        service.read(topic, new RefundRequested(MSN, id, till, request, nok(amount)));
    }

    public void cancelLate(String topic, String till, String request) {
        service.read(topic, new SaleCancelled(MSN, id, till, request, null, SaleCancelled.OnLate.REFUND));
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
