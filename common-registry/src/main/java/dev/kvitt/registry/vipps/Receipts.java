package dev.kvitt.registry.vipps;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Currency;
import dev.kvitt.events.PaymentSources;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.PaymentSources.Source;
import dev.kvitt.vipps.client.orders.QuantityUnit;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.TaxRate;
import dev.kvitt.vipps.client.orders.UnitInfo;
import java.util.List;
import java.util.Optional;

/** Our order lines as Vipps' receipt: the same whether it goes with a payment or is posted by itself. */
public final class Receipts {

    private Receipts() {}

    /**
     * @param tillId the device where the bottom line names none; may be absent
     * @param bottomLine may be absent
     * @throws IllegalArgumentException when Vipps cannot take it: {@link dev.kvitt.events.ReceiptCheck} says so before
     */
    public static Receipt of(
            List<dev.kvitt.events.OrderLine> lines, Currency currency, String tillId, BottomLine bottomLine) {
        var below = BottomLine.at(tillId, bottomLine);
        return new Receipt(lines.stream().map(Receipts::line).toList(), bottomLine(currency, below));
    }

    private static OrderLine line(dev.kvitt.events.OrderLine line) {
        var translated = OrderLine.of(
                line.id(),
                line.name(),
                Views.amount(line.total()),
                Views.amount(line.totalExcludingTax()),
                Views.amount(line.tax()),
                new TaxRate(line.taxRate()));
        if (line.unitInfo() != null) {
            var units = line.unitInfo();
            var unit = QuantityUnit.valueOf(units.unit().name());
            translated = translated.with(new UnitInfo(Views.amount(units.unitPrice()), units.quantity(), unit));
        }
        return line.discount() == null ? translated : translated.withDiscount(Views.amount(line.discount()));
    }

    private static dev.kvitt.vipps.client.orders.BottomLine bottomLine(Currency currency, BottomLine below) {
        var empty =
                dev.kvitt.vipps.client.orders.BottomLine.of(dev.kvitt.vipps.client.Currency.valueOf(currency.name()));
        return below == null
                ? empty
                : new dev.kvitt.vipps.client.orders.BottomLine(
                        empty.currency(),
                        Optional.ofNullable(below.posId()),
                        Optional.ofNullable(below.receiptNumber()),
                        Optional.ofNullable(below.tip()).map(Views::amount),
                        sources(below.paymentSources()),
                        Optional.empty());
    }

    private static dev.kvitt.vipps.client.orders.PaymentSources sources(PaymentSources given) {
        var sources = dev.kvitt.vipps.client.orders.PaymentSources.NONE;
        if (given == null) {
            return sources;
        }
        sources = given.giftCard() == null ? sources : sources.and(Source.GIFT_CARD, Views.amount(given.giftCard()));
        sources = given.card() == null ? sources : sources.and(Source.CARD, Views.amount(given.card()));
        sources = given.voucher() == null ? sources : sources.and(Source.VOUCHER, Views.amount(given.voucher()));
        return given.cash() == null ? sources : sources.and(Source.CASH, Views.amount(given.cash()));
    }
}
