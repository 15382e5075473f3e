package dev.kvitt.capture.support;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One sale at one vending machine, as the saga speaks of it. */
public record Sale(Msn msn, SaleId id) {

    public static final Msn MSN = new Msn("123456");

    public Sale(String id) {
        this(MSN, new SaleId(id));
    }

    public PaymentReference reference() {
        return PaymentReference.of(id, 1);
    }

    public OperationId operation(OperationId.Kind kind) {
        return OperationId.of(reference(), kind, 1);
    }

    public Event<CreatePayment> create(Sealed customer, Instant issuedAt) {
        return create(Customer.sealed(Customer.Kind.CUSTOMER_TOKEN, customer), issuedAt);
    }

    public Event<CapturePayment> capture(long amount, Instant issuedAt) {
        return event(
                new CapturePayment(msn, id, operation(OperationId.Kind.CAPTURE), issuedAt, nok(amount)), issuedAt, 1);
    }

    public Event<CancelPayment> cancel(Instant issuedAt) {
        return event(new CancelPayment(msn, id, operation(OperationId.Kind.CANCEL), issuedAt, false), issuedAt, 1);
    }

    /** @param n which refund of this sale, from 1 */
    public Event<RefundPayment> refund(int n, long amount, Instant issuedAt) {
        return event(new RefundPayment(msn, id, refund(n), issuedAt, nok(amount)), issuedAt, n);
    }

    public OperationId refund(int n) {
        return OperationId.refund(reference(), new UUID(0, n));
    }

    public Event<CreatePayment> create(Customer customer, Instant issuedAt) {
        return create(customer, UserFlow.WEB_REDIRECT, issuedAt);
    }

    public Event<CreatePayment> create(Customer customer, UserFlow flow, Instant issuedAt, OrderLine... receipt) {
        return create(customer, true, flow, issuedAt, List.of(receipt), null);
    }

    /** The customer is asked for their number, too. */
    public Event<CreatePayment> createSharing(Customer customer, UserFlow flow, Instant issuedAt) {
        return create(customer, true, flow, issuedAt, List.of(), true);
    }

    public Event<CreatePayment> createElsewhere(Customer customer, Instant issuedAt) {
        return create(customer, false, UserFlow.WEB_REDIRECT, issuedAt, List.of(), null);
    }

    private Event<CreatePayment> create(
            Customer customer,
            boolean present,
            UserFlow flow,
            Instant issuedAt,
            List<OrderLine> receipt,
            Boolean shareNumber) {
        return event(
                new CreatePayment(
                        msn,
                        id,
                        operation(OperationId.Kind.CREATE),
                        issuedAt,
                        nok(5000),
                        customer,
                        present,
                        flow,
                        "Vending machine purchase",
                        issuedAt.plus(Duration.ofMinutes(2)),
                        "machine-7",
                        receipt,
                        receipt.isEmpty() ? null : new BottomLine(null, "R-1001", null, null),
                        shareNumber),
                issuedAt,
                1);
    }

    /** @param tax in {@code total} */
    public static OrderLine line(long total, long tax) {
        return new OrderLine("fanta-05", "Fanta 0.5 l", nok(total), nok(2400), nok(tax), 2500);
    }

    /** @param counter of the saga's state: another one is another event id */
    public <T extends EventData> Event<T> event(T data, Instant at, long counter) {
        var type = EventType.of(data).typeName();
        return new Event<>(Ids.own(msn, id, type, counter), "kvitt/payment-service", at, msn, null, data);
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
