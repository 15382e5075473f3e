package dev.kvitt.local.demo;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.Vat;
import java.time.InstantSource;
import java.util.List;

/** A vending machine's controller: tells Kvitt what dropped. */
public final class Machine implements AutoCloseable {

    private final PointOfSale kvitt;

    public Machine(String bootstrap, InstantSource clock) {
        kvitt = new PointOfSale(bootstrap, clock, "machine");
    }

    /**
     * A product with 25 % tax dropped.
     *
     * @param price minor units with tax
     */
    public void dropped(SaleContext sale, String product, long price) {
        var line = Vat.line(product, product, nok(price), 2500);
        send(new AmountConfirmed(sale.msn(), sale.saleId(), sale.tillId(), "drop-1", nok(price), List.of(line)));
    }

    /** Nothing dropped. */
    public void jammed(SaleContext sale) {
        send(new SaleCancelled(sale.msn(), sale.saleId(), sale.tillId(), "jam-1", "jam"));
    }

    public void send(PointOfSaleEvent request) {
        kvitt.send(request);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    @Override
    public void close() {
        kvitt.close();
    }
}
