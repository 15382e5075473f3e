package dev.kvitt.vipps.client.orders;

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
}
