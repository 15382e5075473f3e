package dev.kvitt.receipt;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.ReceiptWay;
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
        return captured(MSN, saleId, ReceiptWay.AFTER_CAPTURE, null, lines);
    }

    public static PaymentCaptured captured(String saleId, ReceiptWay way, OrderLine... lines) {
        return captured(MSN, saleId, way, null, lines);
    }

    public static PaymentCaptured captured(
            Msn msn, String saleId, ReceiptWay way, BottomLine bottomLine, OrderLine... lines) {
        var sale = sale(msn, saleId);
        return new PaymentCaptured(
                sale,
                1,
                PaymentReference.of(sale.saleId(), 1),
                new Aggregate(nok(3000), nok(3000), nok(0), nok(0)),
                nok(3000),
                List.of(lines),
                way,
                bottomLine);
    }

    public static PaymentAuthorized authorized(String saleId, ReceiptWay way, OrderLine... lines) {
        var sale = sale(MSN, saleId);
        return new PaymentAuthorized(
                sale,
                1,
                PaymentReference.of(sale.saleId(), 1),
                new Aggregate(nok(3000), nok(0), nok(0), nok(0)),
                nok(3000),
                null,
                null,
                List.of(lines),
                way,
                null);
    }

    public static PaymentRefunded refunded(PaymentCaptured captured) {
        return new PaymentRefunded(
                captured.sale(),
                captured.attempt(),
                captured.reference(),
                new Aggregate(nok(3000), nok(3000), nok(0), nok(3000)),
                nok(3000),
                "refund-1",
                false);
    }

    public static <T extends PaymentEvent> Event<T> event(T data, long counter) {
        var sale = data.sale();
        return new Event<>(
                Ids.own(sale.msn(), sale.saleId(), EventType.of(data).typeName(), counter),
                "kvitt/payment-service",
                Instant.parse("2026-11-21T12:00:00Z"),
                sale.msn(),
                sale.tillId(),
                data);
    }

    private static SaleContext sale(Msn msn, String saleId) {
        return new SaleContext(msn, new SaleId(saleId), "oslo-s", "machine-7", "machine-7-qr");
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
