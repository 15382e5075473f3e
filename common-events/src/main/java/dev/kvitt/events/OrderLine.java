package dev.kvitt.events;

/**
 * One line of what was sold. The three amounts must agree to the minor unit: {@code total = totalExcludingTax + tax}.
 *
 * @param id the merchant's own name of the product
 * @param name shown to the customer
 * @param total with tax and after discount
 * @param totalExcludingTax without tax, after discount
 * @param tax the tax in {@code total}
 * @param taxRate hundredths of a percent, 0 to 10000: 25 % is 2500
 */
public record OrderLine(String id, String name, Money total, Money totalExcludingTax, Money tax, int taxRate) {

    public boolean addsUp() {
        return totalExcludingTax.plus(tax).equals(total);
    }
}
