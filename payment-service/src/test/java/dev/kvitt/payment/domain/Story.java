package dev.kvitt.payment.domain;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A sale told in business words: what happens, and what the saga is expected to say to it. */
final class Story extends ToldByVipps {

    static final Msn MSN = new Msn("123456");
    static final SaleId SALE = new SaleId("scan-story1");
    static final PaymentReference REFERENCE = PaymentReference.of(SALE, 1);
    static final Instant START = Sales.START;
    static final SaleContext CONTEXT = new SaleContext(MSN, SALE, "hall-b", "vending-1", "qr-1");
    static final int SELECT_SECONDS = Sales.SELECT_SECONDS;
    static final Terms VENDING = Sales.VENDING;

    private int requests;

    static Money nok(long value) {
        return Sales.nok(value);
    }

    static OrderLine fanta() {
        return Sales.fanta();
    }

    @Override
    Story self() {
        return this;
    }

    Story scanned() {
        var customer = Sales.customer(Customer.Kind.CUSTOMER_TOKEN);
        return input(new Input.Opened(null, CONTEXT, VENDING, customer));
    }

    Story opened(Terms terms) {
        return input(new Input.Opened(request(), CONTEXT, terms, null));
    }

    Story opened(Terms terms, Customer.Kind customer) {
        return input(new Input.Opened(request(), CONTEXT, terms, Sales.customer(customer)));
    }

    Story opened(Terms terms, Customer customer) {
        return input(new Input.Opened(request(), CONTEXT, terms, new Presented(customer, Sales.VALID_UNTIL)));
    }

    Story presented(Customer.Kind customer) {
        return input(new Input.CustomerPresented(request(), fresh(customer)));
    }

    /** A browser got the sale on our page, and comes back to this address. */
    Story pressed(String returnUrl) {
        return input(new Input.CustomerPresented(
                null,
                new Presented(
                        Customer.browser(null, returnUrl),
                        fresh(Customer.Kind.BROWSER).validUntil())));
    }

    Story confirmed(long amount) {
        return confirmed(nok(amount));
    }

    Story confirmed(Money amount) {
        return confirmed(amount, null);
    }

    Story confirmed(Money amount, BottomLine bottomLine) {
        return input(new Input.Confirmed(request(), amount, List.of(fanta()), bottomLine));
    }

    /** Of the same customer. */
    Story anotherAttempt() {
        return input(new Input.AttemptRequested(request(), null, now().plusSeconds(120)));
    }

    Story anotherAttemptWantedUntil(Instant until) {
        return input(new Input.AttemptRequested(request(), null, until));
    }

    Story anotherAttempt(Customer.Kind customer) {
        var until = now().plusSeconds(120);
        return input(new Input.AttemptRequested(request(), fresh(customer), until));
    }

    Story cancelled() {
        return input(new Input.Cancelled(request(), false));
    }

    Story cancelledByMachine() {
        return cancelled();
    }

    Story cancelledElseRefunded() {
        return input(new Input.Cancelled(request(), true));
    }

    Story refundWanted(long amount) {
        return refundWanted(nok(amount));
    }

    Story refundWanted(Money amount) {
        return input(new Input.RefundRequested(request(), amount));
    }

    Story fullRefundWanted() {
        return refundWanted((Money) null);
    }

    Story receiptTold() {
        return input(new Input.ReceiptTold());
    }

    Story remembered() {
        return input(
                new Input.Remembered(new CustomerRemembered(CONTEXT, "customer-1", now().plus(Duration.ofDays(365)))));
    }

    Story parked() {
        return input(new Input.Parked(CONTEXT));
    }

    Story parkedWithConfirmation() {
        return input(new Input.Parked(CONTEXT, true));
    }

    /** By us, before our database was restored. */
    Story said(PaymentEvent what) {
        return input(new Input.Said(what));
    }

    Story saidToHaveEnded() {
        return said(new PaymentEnded(CONTEXT, PaymentEnded.How.CANCELLED, 1, null, null));
    }

    Story unparked() {
        return input(new Input.Unparked(CONTEXT));
    }

    Story releaseOrdered() {
        return input(new Input.ReleaseOrdered());
    }

    Story timer(Timer timer) {
        return input(new Input.TimerFired(timer));
    }

    Story webhookOfAnotherAttempt(String name, long amount) {
        return aboutAttempt(2).webhook(name, amount).aboutAttempt(1);
    }

    Story openedForAnybody() {
        return input(new Input.Opened(null, CONTEXT, VENDING, null));
    }

    Story in(List<Consumer<Story>> order) {
        order.forEach(step -> step.accept(this));
        return this;
    }

    private Presented fresh(Customer.Kind kind) {
        return new Presented(Sales.customer(kind).customer(), now().plusSeconds(120));
    }

    private Request request() {
        var name = "request-" + ++requests;
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Request(new SaleContext(MSN, SALE, null, "vending-1", null), id, name);
    }
}
