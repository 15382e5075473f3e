package dev.kvitt.vipps.rules;

import java.time.Duration;

/** The country a sales unit belongs to. It fixes the currency. */
public enum Market {
    NO(Currency.NOK, TimeLimits.LATEST_EXPIRY_NORWAY),
    DK(Currency.DKK, TimeLimits.LATEST_EXPIRY),
    FI(Currency.EUR, TimeLimits.LATEST_EXPIRY);

    private final Currency currency;
    private final Duration latestExpiry;

    Market(Currency currency, Duration latestExpiry) {
        this.currency = currency;
        this.latestExpiry = latestExpiry;
    }

    public Currency currency() {
        return currency;
    }

    /** How far ahead {@code expiresAt} may lie. */
    public Duration latestExpiry() {
        return latestExpiry;
    }
}
