package dev.kvitt.shop;

/**
 * An amount as the contract writes it.
 *
 * @param value minor units
 */
public record Money(long value, String currency) {

    static Money kroner(long value) {
        return new Money(value, "NOK");
    }
}
