package dev.kvitt.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Value added tax of prices that contain it, and order lines whose amounts agree. The rule, once for each line:
 *
 * <ol>
 *   <li>unit price × quantity, to the nearest minor unit, a half one up;
 *   <li>less the discount: that is {@code total};
 *   <li>{@code tax} is {@code total} × rate ÷ (100 % + rate), to the nearest minor unit, a half one up;
 *   <li>{@code totalExcludingTax} is {@code total} less {@code tax}.
 * </ol>
 *
 * So {@code totalExcludingTax + tax = total} holds for each line and for every sum of lines. The tax of a whole receipt is
 * the sum of its lines' taxes, which may differ from the tax of the sum by half a minor unit for each line.
 *
 * <p>Rates are hundredths of a percent of the price <em>without</em> tax: 25 % (2500) of 30.00 with tax is 6.00, not 7.50.
 */
public final class Vat {

    /** 100 %. */
    public static final int MAX_RATE = 10_000;

    private Vat() {}

    /**
     * The tax in a price that contains it.
     *
     * @param taxRate hundredths of a percent, 0 to {@value #MAX_RATE}
     */
    public static Money in(Money total, int taxRate) {
        requireRate(taxRate);
        var tax = BigDecimal.valueOf(total.value())
                .multiply(BigDecimal.valueOf(taxRate))
                .divide(BigDecimal.valueOf((long) MAX_RATE + taxRate), 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), total.currency());
    }

    /** The line of one piece at this price with tax. */
    public static OrderLine line(String id, String name, Money total, int taxRate) {
        return line(id, name, total, taxRate, null, null);
    }

    /** The line of so many at this price. */
    public static OrderLine line(String id, String name, UnitInfo units, int taxRate) {
        return line(id, name, price(units), taxRate, units, null);
    }

    /**
     * The line of so many at this price, less a discount.
     *
     * @param discount with tax, of the whole line
     * @throws IllegalArgumentException when the discount is more than the price, or of another currency
     */
    public static OrderLine line(String id, String name, UnitInfo units, Money discount, int taxRate) {
        var price = price(units);
        if (discount.moreThan(price)) {
            throw new IllegalArgumentException("a discount of " + discount + " is more than the price " + price);
        }
        return line(id, name, price.minusDownToZero(discount), taxRate, units, discount);
    }

    /**
     * What so many cost at this price, with tax.
     *
     * @throws IllegalArgumentException when it is more than {@link Money#MAX_VALUE}
     */
    public static Money price(UnitInfo units) {
        var price = units.count().multiply(BigDecimal.valueOf(units.unitPrice().value()));
        var rounded = price.setScale(0, RoundingMode.HALF_UP).min(BigDecimal.valueOf(Long.MAX_VALUE));
        return new Money(rounded.longValueExact(), units.unitPrice().currency());
    }

    /**
     * The sum of the lines: what a sale of them costs.
     *
     * @param currency of the sum, also where there are no lines
     * @throws IllegalArgumentException when a line is in another currency
     */
    public static Money total(Collection<OrderLine> lines, Currency currency) {
        return lines.stream().map(OrderLine::total).reduce(Money.zero(currency), Money::plus);
    }

    static void requireRate(int taxRate) {
        if (taxRate < 0 || taxRate > MAX_RATE) {
            throw new IllegalArgumentException("a tax rate is outside 0.." + MAX_RATE);
        }
    }

    private static OrderLine line(String id, String name, Money total, int taxRate, UnitInfo units, Money discount) {
        var tax = in(total, taxRate);
        return new OrderLine(id, name, total, total.minusDownToZero(tax), tax, taxRate, units, discount);
    }
}
