package dev.kvitt.registry;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;

/** A country where a sales unit can be, with its one currency and the least that Vipps MobilePay lets a customer pay. */
public enum Market {
    NO(Currency.NOK, 100),
    DK(Currency.DKK, 1),
    FI(Currency.EUR, 1);

    private final Currency currency;
    private final Money minimum;

    Market(Currency currency, long minimum) {
        this.currency = currency;
        this.minimum = new Money(minimum, currency);
    }

    public Currency currency() {
        return currency;
    }

    /** The least amount of a payment (ePayment API, error 6010 below it). */
    public Money minimum() {
        return minimum;
    }
}
