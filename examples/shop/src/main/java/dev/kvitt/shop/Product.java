package dev.kvitt.shop;

/**
 * Something for sale.
 *
 * @param price minor units, with tax
 * @param taxRate hundredths of a percent
 */
public record Product(String id, String name, long price, int taxRate) {

    private static final int WHOLE = 10_000;

    /** So many of it, as the contract's order line: the tax is rounded once for the line. */
    Line line(int quantity) {
        long total = price * quantity;
        long rate = (long) WHOLE + taxRate;
        long tax = (2 * total * taxRate + rate) / (2 * rate);
        return new Line(
                id,
                name,
                Money.kroner(total),
                Money.kroner(total - tax),
                Money.kroner(tax),
                taxRate,
                new Line.UnitInfo(Money.kroner(price), Integer.toString(quantity), "PCS"));
    }

    /** In percent. */
    public String taxText() {
        return Integer.toString(taxRate / 100);
    }
}
