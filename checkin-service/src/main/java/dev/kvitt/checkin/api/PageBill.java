package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.registry.TillInShop;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is bought, in words and figures of a language.
 *
 * @param company who is paid
 * @param place the car or till
 * @param remember what the number is to be kept for; absent: nothing
 */
public record PageBill(
        String company,
        String place,
        String description,
        String amount,
        List<Line> lines,
        String tax,
        String remember) {

    /**
     * A line of the receipt.
     *
     * @param quantity empty for one piece
     */
    public record Line(String name, String quantity, String total) {}

    /**
     * @param paid what was taken; empty while nothing is. Where it is another sum than was asked for, nobody here knows which of
     *     the lines were sold
     */
    static PageBill of(PageSale sale, Optional<Money> paid, TillInShop till, String place, PageLanguage language) {
        var offer = sale.offer();
        var amount = paid.orElse(offer.amount());
        var lines = amount.equals(offer.amount()) ? offer.lines() : List.<OrderLine>of();
        return new PageBill(
                till.salesUnit().name(),
                place,
                offer.description(),
                money(amount, language),
                lines.stream().map(line -> line(line, language)).toList(),
                lines.stream()
                        .map(OrderLine::tax)
                        .reduce(Money::plus)
                        .map(tax -> money(tax, language))
                        .orElse(null),
                offer.remember());
    }

    private static Line line(OrderLine line, PageLanguage language) {
        var unit = line.unitInfo();
        var quantity = unit == null
                ? ""
                : number(new BigDecimal(unit.quantity()), language) + " "
                        + PageTexts.text(language, "unit." + unit.unit().name());
        return new Line(line.name(), quantity, money(line.total(), language));
    }

    private static String number(BigDecimal number, PageLanguage language) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(8);
        return format.format(number);
    }

    private static NumberFormat decimals(PageLanguage language) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(2);
        return format;
    }

    private static String money(Money money, PageLanguage language) {
        if (language == PageLanguage.EN) {
            return money.currency() + "\u00a0" + decimals(language).format(BigDecimal.valueOf(money.value(), 2));
        }
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(money.currency().name()));
        return format.format(BigDecimal.valueOf(money.value(), 2));
    }
}
