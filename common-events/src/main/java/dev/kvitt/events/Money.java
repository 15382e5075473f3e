package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;

/**
 * An amount of money, never a fraction of a minor unit.
 *
 * @param value minor units (øre, cent), 0 to {@value #MAX_VALUE}
 * @param currency one of the currencies Vipps MobilePay settles in
 */
public record Money(long value, Currency currency) {

    /** Far above Vipps' own limit for one payment (65,000,000), far below where sums could overflow. */
    public static final long MAX_VALUE = 1_000_000_000_000L;

    public Money {
        Objects.requireNonNull(currency, "money needs a currency");
        if (value < 0 || value > MAX_VALUE) {
            throw new IllegalArgumentException("amount " + value + " is outside 0.." + MAX_VALUE + " minor units");
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(value + sameCurrency(other).value, currency);
    }

    /** This less the other, and zero where the other is the larger: money owed is never negative here. */
    public Money minusDownToZero(Money other) {
        return new Money(Math.max(0, value - sameCurrency(other).value), currency);
    }

    public Money max(Money other) {
        return value >= sameCurrency(other).value ? this : other;
    }

    public boolean moreThan(Money other) {
        return value > sameCurrency(other).value;
    }

    @JsonIgnore
    public boolean isZero() {
        return value == 0;
    }

    private Money sameCurrency(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return "%d.%02d %s".formatted(value / 100, value % 100, currency);
    }
}
