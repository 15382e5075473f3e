package dev.kvitt.local.demo;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleOpened;
import java.time.Clock;
import java.time.Duration;

/** A till of a shop. It knows nothing of Kvitt but its public events. */
public final class Till {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PointOfSale kvitt;
    private final Msn msn;
    private final String id;

    Till(PointOfSale kvitt, Msn msn, String id) {
        this.kvitt = kvitt;
        this.msn = msn;
        this.id = id;
    }

    /** Goods for a new sale, which is not opened yet. */
    public Basket basket() {
        return new Basket(msn, id);
    }

    public SaleOpened open(Basket basket) {
        var opening = basket.opening();
        kvitt.send(opening);
        return opening;
    }

    /** The customer is there: for a sale that is open, or one that is about to be. */
    public void present(SaleOpened sale, String requestId, Customer customer) {
        kvitt.send(new CustomerPresented(
                msn,
                sale.saleId(),
                id,
                requestId,
                customer,
                Clock.systemUTC().instant().plus(PATIENCE)));
    }

    /** @param customer null for the same as before */
    public void tryAgain(SaleOpened sale, String requestId, Customer customer) {
        kvitt.send(new AttemptRequested(
                msn,
                sale.saleId(),
                id,
                requestId,
                customer,
                Clock.systemUTC().instant().plus(PATIENCE)));
    }

    /** The goods are with the customer. */
    public void confirm(SaleOpened sale) {
        kvitt.send(new AmountConfirmed(msn, sale.saleId(), id, "confirm-1", sale.amount(), sale.lines()));
    }

    public void cancel(SaleOpened sale, String requestId) {
        kvitt.send(new SaleCancelled(msn, sale.saleId(), id, requestId, "changed mind"));
    }

    /** Gives the sale up, and the money back where it was taken already. */
    public void cancelOrRefund(SaleOpened sale, String requestId) {
        kvitt.send(cancelOrRefundOf(sale, requestId));
    }

    public SaleCancelled cancelOrRefundOf(SaleOpened sale, String requestId) {
        return new SaleCancelled(msn, sale.saleId(), id, requestId, "changed mind", SaleCancelled.OnLate.REFUND);
    }

    /** @param value minor units */
    public void refund(SaleOpened sale, String requestId, long value) {
        kvitt.send(refundOf(sale, requestId, value));
    }

    public RefundRequested refundOf(SaleOpened sale, String requestId, long value) {
        return new RefundRequested(
                msn,
                sale.saleId(),
                id,
                requestId,
                new Money(value, sale.amount().currency()));
    }

    /** Anything else that a till may say. */
    public void send(PointOfSaleEvent request) {
        kvitt.send(request);
    }
}
