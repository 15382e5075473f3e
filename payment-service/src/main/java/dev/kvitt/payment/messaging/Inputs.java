package dev.kvitt.payment.messaging;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.messaging.Routed;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Presented;
import dev.kvitt.payment.domain.Request;
import dev.kvitt.payment.domain.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What an event means to the saga. */
@ApplicationScoped
class Inputs {

    private final Agreements agreements;

    Inputs(Agreements agreements) {
        this.agreements = agreements;
    }

    /** @param sale as it stands: what was agreed when it was opened stays agreed */
    Input of(Routed message, Sale sale) {
        EventData data = message.event().data();
        return switch (data) {
            case SaleOpened opened ->
                new Input.Opened(
                        request(opened, message),
                        agreements.context(opened),
                        agreements.terms(opened, sale.terms()),
                        presented(askable(opened), opened.validUntil()));
            case SaleOpenedByScan scan ->
                new Input.Opened(
                        null,
                        scan.sale(),
                        agreements.terms(scan, sale.terms()),
                        presented(
                                Customer.sealed(Customer.Kind.CUSTOMER_TOKEN, scan.customerToken()),
                                scan.validUntil()));
            case CustomerPresented presented ->
                new Input.CustomerPresented(
                        request(presented, message), presented(presented.customer(), presented.validUntil()));
            case CustomerIdentified identified ->
                new Input.CustomerPresented(null, presented(identified.customer(), identified.validUntil()));
            case CustomerRemembered remembered -> new Input.Remembered(remembered);
            case AmountConfirmed confirmed ->
                new Input.Confirmed(
                        request(confirmed, message), confirmed.amount(), confirmed.lines(), confirmed.bottomLine());
            case AttemptRequested attempt ->
                new Input.AttemptRequested(
                        request(attempt, message),
                        presented(attempt.customer(), attempt.validUntil()),
                        attempt.validUntil());
            case SaleCancelled cancelled ->
                new Input.Cancelled(request(cancelled, message), cancelled.onLate() == SaleCancelled.OnLate.REFUND);
            case RefundRequested refund -> new Input.RefundRequested(request(refund, message), refund.amount());
            case PaymentHappened happened -> new Input.Happened(happened);
            case PaymentObserved observed -> new Input.Observed(observed);
            case OperationResult result -> new Input.Done(result);
            case ReceiptEvent receipt -> new Input.ReceiptTold();
            case PaymentEvent said -> new Input.Said(said);
            default ->
                throw new IllegalArgumentException(
                        "not routed here: " + message.event().type());
        };
    }

    /** Whether checkin-service is about to tell the number behind the code that the customer showed. */
    boolean isExchanged(CustomerPresented shown) {
        return agreements.isExchanged(shown.msn(), shown.customer());
    }

    /** Nobody yet, where checkin-service is about to tell the number behind the code that the customer showed. */
    private Customer askable(SaleOpened opened) {
        return agreements.isExchanged(opened.msn(), opened.customer()) ? null : opened.customer();
    }

    private static Presented presented(Customer customer, Instant validUntil) {
        return customer == null ? null : new Presented(customer, validUntil);
    }

    static Request request(PointOfSaleEvent from, Routed message) {
        var context = new SaleContext(from.msn(), from.saleId(), null, from.tillId(), null);
        return new Request(context, message.eventId(), from.requestId());
    }
}
