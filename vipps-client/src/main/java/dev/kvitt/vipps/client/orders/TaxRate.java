package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Amount;

/**
 * A tax rate.
 *
 * @param hundredthsOfPercent 0 to {@value #MAX}; 25 % is 2500
 */
public record TaxRate(int hundredthsOfPercent) {
    /** 100 %. */
    public static final int MAX = 10_000;

    public TaxRate {
        if (hundredthsOfPercent < 0 || hundredthsOfPercent > MAX) {
            throw new IllegalArgumentException(
                    "a tax rate is 0 to " + MAX + " hundredths of a percent, not " + hundredthsOfPercent);
        }
    }

    /**
     * The tax in a price that contains it, to the nearest minor unit and a half one up. It is a part of the price <em>without</em> tax: 25 %
     * in 3000 is 600, not 750.
     */
    public Amount taxIn(Amount total) {
        long whole = (long) MAX + hundredthsOfPercent;
        return new Amount(total.currency(), (2 * total.value() * hundredthsOfPercent + whole) / (2 * whole));
    }
}
