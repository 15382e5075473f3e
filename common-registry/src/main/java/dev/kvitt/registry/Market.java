package dev.kvitt.registry;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import java.time.ZoneId;

/** A country where a sales unit can be, with its one currency and the least that Vipps MobilePay lets a customer pay. */
public enum Market {
    NO(Currency.NOK, 100, 180, "Europe/Oslo"),
    DK(Currency.DKK, 1, 14, "Europe/Copenhagen"),
    FI(Currency.EUR, 1, 14, "Europe/Helsinki");

    private final Currency currency;
    private final Money minimum;
    private final int captureDays;
    private final ZoneId zone;

    Market(Currency currency, long minimum, int captureDays, String zone) {
        this.currency = currency;
        this.minimum = new Money(minimum, currency);
        this.captureDays = captureDays;
        this.zone = ZoneId.of(zone);
    }

    public Currency currency() {
        return currency;
    }

    /** The least amount of a payment (ePayment API, error 6010 below it). */
    public Money minimum() {
        return minimum;
    }

    /** How many days a reservation can be captured there without an approval for more (payment lifecycle). */
    public int captureDays() {
        return captureDays;
    }

    /** Where a day of its shops begins and ends. */
    public ZoneId zone() {
        return zone;
    }
}
