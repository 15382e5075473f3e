package dev.kvitt.events;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How many at which price. The app shows it; sums come from the line's own amounts.
 *
 * @param unitPrice of one, with tax and before discount
 * @param quantity a decimal number as text: digits, at most 8 more after a point, {@value #MAX_QUANTITY_LENGTH}
 *     characters at most
 * @param unit what is counted
 */
public record UnitInfo(Money unitPrice, String quantity, QuantityUnit unit) {

    /** As Vipps MobilePay takes it (Order Management API, {@code unitInfo.quantity}). */
    public static final int MAX_QUANTITY_LENGTH = 10;

    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,8})?");

    public UnitInfo {
        Patterns.require(QUANTITY, quantity, "a quantity");
        if (quantity.length() > MAX_QUANTITY_LENGTH) {
            throw new IllegalArgumentException("a quantity has more than " + MAX_QUANTITY_LENGTH + " characters");
        }
    }

    /** Whole pieces. */
    public static UnitInfo pieces(Money unitPrice, int count) {
        return new UnitInfo(unitPrice, Integer.toString(count), QuantityUnit.PCS);
    }

    BigDecimal count() {
        return new BigDecimal(quantity);
    }
}
