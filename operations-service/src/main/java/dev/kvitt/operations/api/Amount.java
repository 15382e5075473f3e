package dev.kvitt.operations.api;

import dev.kvitt.events.Currency;

/**
 * Money in answers.
 *
 * @param value minor units; negative where money went away
 */
public record Amount(long value, String currency) {

    /** Nothing where either is not known. */
    static Amount of(Long value, Currency currency) {
        return value == null || currency == null ? null : new Amount(value, currency.name());
    }
}
