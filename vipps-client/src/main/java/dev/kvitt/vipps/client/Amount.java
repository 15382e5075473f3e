package dev.kvitt.vipps.client;

import java.util.Objects;

/**
 * An amount as Vipps writes it.
 *
 * @param currency the currency
 * @param value minor units (øre, cent), {@value #MIN_VALUE} to {@value #MAX_VALUE}: the bounds of the ePayment schema. Vipps' business
 *     minimum of a payment (1.00 NOK, 0.01 DKK or EUR) is left to Vipps, which answers 6010.
 */
public record Amount(Currency currency, long value) {
    /** Smallest value the schema allows. */
    public static final long MIN_VALUE = 0;
    /** Largest value the schema allows: 650,000.00. */
    public static final long MAX_VALUE = 65_000_000;

    public Amount {
        Objects.requireNonNull(currency, "currency");
        if (value < MIN_VALUE || value > MAX_VALUE) {
            throw new IllegalArgumentException(
                    "an amount at Vipps is " + MIN_VALUE + " to " + MAX_VALUE + " minor units, not " + value);
        }
    }
}
