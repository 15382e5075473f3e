package dev.kvitt.receipt.vipps;

import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.orders.BottomLine;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.TaxRate;

/** The receipt of a captured payment, the same at every try. */
final class ReceiptOf {

    private ReceiptOf() {}

    /** @throws IllegalArgumentException when Vipps cannot take such lines */
    static Receipt captured(PaymentCaptured captured) {
        var bottomLine = BottomLine.of(currency(captured.amount()));
        var till = captured.sale().tillId();
        return new Receipt(
                captured.lines().stream().map(ReceiptOf::line).toList(),
                till == null ? bottomLine : bottomLine.withPosId(till));
    }

    private static OrderLine line(dev.kvitt.events.OrderLine line) {
        return OrderLine.of(
                line.id(),
                line.name(),
                amount(line.total()),
                amount(line.totalExcludingTax()),
                amount(line.tax()),
                new TaxRate(line.taxRate()));
    }

    private static Amount amount(Money money) {
        return new Amount(currency(money), money.value());
    }

    private static Currency currency(Money money) {
        return Currency.valueOf(money.currency().name());
    }
}
