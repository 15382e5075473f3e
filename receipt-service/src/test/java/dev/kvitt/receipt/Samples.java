package dev.kvitt.receipt;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import java.time.Instant;
import java.util.List;

/** A Fanta for 30.00 out of a vending machine. */
public final class Samples {

    public static final Msn MSN = new Msn("123456");

    private Samples() {}

    public static OrderLine fanta() {
        return line(3000, 2400, 600, 2500);
    }

    public static OrderLine line(long total, long excludingTax, long tax, int rate) {
        return new OrderLine("fanta-05", "Fanta 0.5 l", nok(total), nok(excludingTax), nok(tax), rate);
    }

    public static PaymentCaptured captured(String saleId, OrderLine... lines) {
        return captured(MSN, saleId, nok(3000), lines);
    }

    public static PaymentCaptured captured(Msn msn, String saleId, Money amount, OrderLine... lines) {
        var sale = new SaleContext(msn, new SaleId(saleId), "oslo-s", "machine-7", "machine-7-qr");
        var zero = new Money(0, amount.currency());
        return new PaymentCaptured(
                sale,
                1,
                PaymentReference.of(sale.saleId(), 1),
                new Aggregate(amount, amount, zero, zero),
                amount,
                List.of(lines),
                null,
                null);
    }

    public static Event<PaymentCaptured> event(PaymentCaptured captured, long counter) {
        var sale = captured.sale();
        return new Event<>(
                Ids.own(sale.msn(), sale.saleId(), EventType.PAYMENT_CAPTURED.typeName(), counter),
                "kvitt/payment-service",
                Instant.parse("2026-11-21T12:00:00Z"),
                sale.msn(),
                sale.tillId(),
                captured);
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
