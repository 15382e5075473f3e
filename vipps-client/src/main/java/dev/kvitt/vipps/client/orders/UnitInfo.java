package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Amount;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How many at which price; shown to the customer, not reckoned with.
 *
 * @param unitPrice the price of one, with tax and without discount
 * @param quantity a decimal number as text: digits, at most 8 of them after a point, at most {@value #MAX_QUANTITY_LENGTH} characters
 * @param quantityUnit what is counted
 */
public record UnitInfo(Amount unitPrice, String quantity, QuantityUnit quantityUnit) {
    /** Longest quantity in characters. */
    public static final int MAX_QUANTITY_LENGTH = 10;

    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(?:\\.[0-9]{1,8})?");

    public UnitInfo {
        Objects.requireNonNull(unitPrice, "unitPrice");
        Objects.requireNonNull(quantityUnit, "quantityUnit");
        if (quantity.length() > MAX_QUANTITY_LENGTH
                || !QUANTITY.matcher(quantity).matches()) {
            throw new IllegalArgumentException(
                    "a quantity is a decimal number of at most " + MAX_QUANTITY_LENGTH + " characters");
        }
    }
}
