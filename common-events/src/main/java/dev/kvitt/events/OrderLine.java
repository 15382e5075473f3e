package dev.kvitt.events;

import java.util.regex.Pattern;

/**
 * One line of what was sold. The three amounts must agree to the minor unit: {@code total = totalExcludingTax + tax}.
 * {@link Vat} makes lines that do.
 *
 * @param id the merchant's own name of the product, 1 to 100 characters on one line
 * @param name shown to the customer, 1 to 200 characters on one line
 * @param total with tax and after discount
 * @param totalExcludingTax without tax, after discount
 * @param tax the tax in {@code total}
 * @param taxRate hundredths of a percent, 0 to {@value Vat#MAX_RATE}: 25 % is 2500
 * @param unitInfo how many at which price; absent: one piece
 * @param discount of the whole line, with tax; {@code total} is after it
 */
public record OrderLine(
        String id,
        String name,
        Money total,
        Money totalExcludingTax,
        Money tax,
        int taxRate,
        @MayBeAbsent UnitInfo unitInfo,
        @MayBeAbsent Money discount) {

    private static final Pattern ID = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,100}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,200}");

    public OrderLine {
        Patterns.require(ID, id, "the id of a line");
        Patterns.require(NAME, name, "the name of a line");
        Vat.requireRate(taxRate);
    }

    /** A line of one piece without discount. */
    public OrderLine(String id, String name, Money total, Money totalExcludingTax, Money tax, int taxRate) {
        this(id, name, total, totalExcludingTax, tax, taxRate, null, null);
    }

    /** False too when the three are not of one currency. */
    public boolean addsUp() {
        return total.currency() == totalExcludingTax.currency()
                && total.currency() == tax.currency()
                && total.value() == totalExcludingTax.value() + tax.value();
    }
}
