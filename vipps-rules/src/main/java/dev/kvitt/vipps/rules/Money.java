package dev.kvitt.vipps.rules;

import java.util.Objects;

/**
 * An amount of money.
 *
 * @param value minor units (hundredths), 0 or more
 * @param currency never null
 */
public record Money(long value, Currency currency) {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (value < 0) {
            throw new IllegalArgumentException("Money is counted in minor units from 0, not " + value);
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isMoreThan(Money other) {
        return value > sameCurrency(other).value;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(value, sameCurrency(other).value), currency);
    }

    /** What is left after taking {@code other} away; nothing rather than less than nothing. */
    public Money minusAtMost(Money other) {
        return new Money(Math.max(0, value - sameCurrency(other).value), currency);
    }

    private Money sameCurrency(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
