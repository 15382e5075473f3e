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
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ride in a taxi, as its meter and the payment service tell of it. */
record TestRide(SaleId saleId, String tillId, String qrId, long fare, Instant validUntil) {

    private static final Msn MSN = new Msn(CheckinWorld.MSN);

    static TestRide in(int car, long fare, Instant validUntil) {
        return at("taxi-" + car, "taxi-qr-" + car, fare, validUntil);
    }

    static TestRide at(String tillId, String qrId, long fare, Instant validUntil) {
        return new TestRide(new SaleId("ride-" + UUID.randomUUID()), tillId, qrId, fare, validUntil);
    }

    String key() {
        return MSN.value() + "/" + saleId.value();
    }

    /** Where the page of this ride is. */
    String path() {
        return scanned() + "/" + saleId.value();
    }

    /** Where the printed code leads to. */
    String scanned() {
        return "/p/" + MSN.value() + "/" + qrId;
    }

    Event<?> opened(Customer customer, Instant now) {
        return opened(customer, null, now);
    }

    /** @param remember what the passenger's number is to be kept for */
    Event<?> opened(Customer customer, String remember, Instant now) {
        var tax = Math.round(fare * 12 / 112.0);
        var line = new OrderLine("ride", "Ride to <Oslo S>", nok(fare), nok(fare - tax), nok(tax), 1200);
        return request(
                new SaleOpened(
                        MSN,
                        saleId,
                        tillId,
                        "open",
                        nok(fare),
                        false,
                        null,
                        "Taxi ride",
                        validUntil,
                        false,
                        customer,
                        qrId,
                        List.of(line),
                        null,
                        remember),
                now);
    }

    /** The same ride for another fare, as a meter asks that was refused the first. */
    Event<?> corrected(long otherFare, Instant now) {
        var opened = (SaleOpened) opened(null, now).data();
        return request(
                new SaleOpened(
                        MSN,
                        saleId,
                        opened.tillId(),
                        "open-2",
                        nok(otherFare),
                        false,
                        null,
                        opened.description(),
                        validUntil,
                        false,
                        null,
                        opened.qrId(),
                        List.of(),
                        null,
                        null),
                now);
    }

    /** The payment service knows no code of a sale that is not open. */
    Event<?> refused(Event<?> request, Instant now) {
        var where = new SaleContext(MSN, saleId, null, tillId, null);
        var why = new Refusal("amount-too-large", "The most that may be sold here is less.", true);
        var name = ((PointOfSaleEvent) request.data()).requestId();
        return payment(new RequestRefused(where, request.id(), name, why), now);
    }

    Event<?> presented(Customer customer, Instant now) {
        return request(new CustomerPresented(MSN, saleId, tillId, "present", customer, validUntil), now);
    }

    Event<?> cancelled(Instant now) {
        return request(new SaleCancelled(MSN, saleId, tillId, "cancel", null, null), now);
    }

    Event<?> requested(int attempt, String redirectUrl, Instant now) {
        return payment(
                new PaymentRequested(
                        context(), attempt, reference(attempt), nok(fare), UserFlow.WEB_REDIRECT, redirectUrl),
                now);
    }

    Event<?> authorized(int attempt, Instant now) {
        return payment(
                new PaymentAuthorized(
                        context(), attempt, reference(attempt), sums(fare, 0), nok(fare), null, null, null, null, null),
                now);
    }

    Event<?> settled(int attempt, Instant now) {
        return payment(
                new PaymentSettled(context(), attempt, reference(attempt), sums(fare, fare), nok(fare), List.of()),
                now);
    }

    Event<?> declined(int attempt, Instant now) {
        return payment(
                new PaymentEnded(context(), PaymentEnded.How.ABORTED, attempt, reference(attempt), sums(0, 0)), now);
    }

    Event<?> failed(int attempt, boolean retry, Instant now) {
        var why = new Refusal("vipps-5000", "Vipps refused.", retry);
        return payment(new PaymentFailed(context(), attempt, reference(attempt), why, true), now);
    }

    /** Less was taken than was asked for. */
    Event<?> settledWith(int attempt, long captured, Instant now) {
        return payment(
                new PaymentSettled(
                        context(), attempt, reference(attempt), sums(fare, captured), nok(captured), List.of()),
                now);
    }

    private PaymentReference reference(int attempt) {
        return PaymentReference.of(saleId, attempt);
    }

    private SaleContext context() {
        return new SaleContext(MSN, saleId, "oslo-s", tillId, qrId);
    }

    private static Aggregate sums(long authorized, long captured) {
        return new Aggregate(nok(authorized), nok(captured), nok(0), nok(0));
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    private Event<?> request(PointOfSaleEvent data, Instant now) {
        var id = Ids.pointOfSale(MSN, saleId, EventType.of(data).typeName(), data.requestId());
        return new Event<>(id, tillId, now, MSN, tillId, data);
    }

    private Event<?> payment(PaymentEvent data, Instant now) {
        return new Event<>(UUID.randomUUID(), "kvitt/payment-service", now, MSN, tillId, data);
    }
}
