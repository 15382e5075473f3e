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

    /** As on a price tag. */
    public String shown() {
        return "%d.%02d kr".formatted(value / 100, value % 100);
    }
}
