package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A till's sale, as the till and the payment service tell of it. */
record TestSale(SaleId saleId, String till, String qrId, Instant validUntil) {

    /** What customers agreed to be remembered for. */
    static final String PURPOSE = "Your next payment without a code";

    private static final Msn MSN = new Msn(CheckinWorld.MSN);
    private static final Money PRICE = new Money(4900, Currency.NOK);

    static TestSale at(int till, Instant validUntil) {
        var id = new SaleId("till-" + till + "-" + UUID.randomUUID());
        return new TestSale(id, "till-" + till, "till-qr-" + till, validUntil);
    }

    /** At a till without a code. */
    static TestSale named(String id) {
        return new TestSale(new SaleId(id), "till-1", null, Instant.MAX);
    }

    String key() {
        return MSN.value() + "/" + saleId.value();
    }

    Event<?> opened(Instant now) {
        return opened(null, now);
    }

    Event<?> opened(Customer customer, Instant now) {
        return request(
                new SaleOpened(
                        MSN,
                        saleId,
                        till,
                        "open",
                        PRICE,
                        false,
                        null,
                        "A coffee",
                        validUntil,
                        false,
                        customer,
                        qrId,
                        List.of(),
                        null),
                now);
    }

    /** The same sale once more, as a till asks that was refused the first. */
    Event<?> corrected(Instant now) {
        var first = (SaleOpened) opened(now).data();
        return request(
                new SaleOpened(
                        MSN,
                        saleId,
                        till,
                        "open-2",
                        PRICE,
                        false,
                        null,
                        first.description(),
                        validUntil,
                        false,
                        null,
                        qrId,
                        List.of(),
                        null),
                now);
    }

    /** The payment service knows no code of a sale that is not open. */
    Event<?> refused(Event<?> request, Instant now) {
        var where = new SaleContext(MSN, saleId, null, till, null);
        var why = new Refusal("amount-too-large", "The most that may be sold here is less.", true);
        var name = ((PointOfSaleEvent) request.data()).requestId();
        return payment(new RequestRefused(where, request.id(), name, why), now);
    }

    Event<?> presented(Customer customer, Instant now) {
        return request(new CustomerPresented(MSN, saleId, till, "present", customer, validUntil), now);
    }

    Event<?> cancelled(Instant now) {
        return request(new SaleCancelled(MSN, saleId, till, "cancel", null, null), now);
    }

    Event<?> requested(Instant now) {
        return payment(new PaymentRequested(context(), 1, reference(), PRICE, null, null), now);
    }

    Event<?> scanAgain(Instant now) {
        return payment(new PaymentWaiting(context(), 1, new Refusal("scan-again", "Scan again.", true)), now);
    }

    Event<?> authorized(Instant now) {
        var nothing = new Money(0, Currency.NOK);
        var sums = new Aggregate(PRICE, nothing, nothing, nothing);
        return payment(
                new PaymentAuthorized(context(), 1, reference(), sums, PRICE, null, null, null, null, null), now);
    }

    /** The customer has paid, and agreed to be remembered. */
    Event<?> agreed(Instant now) {
        var nothing = new Money(0, Currency.NOK);
        var sums = new Aggregate(PRICE, nothing, nothing, nothing);
        return payment(
                new PaymentAuthorized(context(), 1, reference(), sums, PRICE, null, null, null, null, null, PURPOSE),
                now);
    }

    Event<?> agreedAndCaptured(Instant now) {
        var nothing = new Money(0, Currency.NOK);
        var sums = new Aggregate(PRICE, PRICE, nothing, nothing);
        return payment(
                new PaymentCaptured(context(), 1, reference(), sums, PRICE, List.of(), null, null, PURPOSE), now);
    }

    Event<?> ended(Instant now) {
        return payment(new PaymentEnded(context(), PaymentEnded.How.ABORTED, 1, null, null), now);
    }

    private PaymentReference reference() {
        return PaymentReference.of(saleId, 1);
    }

    private SaleContext context() {
        return new SaleContext(MSN, saleId, "oslo-s", till, qrId);
    }

    private Event<?> request(PointOfSaleEvent data, Instant now) {
        var id = Ids.pointOfSale(MSN, saleId, EventType.of(data).typeName(), data.requestId());
        return new Event<>(id, till, now, MSN, till, data);
    }

    private Event<?> payment(PaymentEvent data, Instant now) {
        return new Event<>(UUID.randomUUID(), "kvitt/payment-service", now, MSN, till, data);
    }
}
