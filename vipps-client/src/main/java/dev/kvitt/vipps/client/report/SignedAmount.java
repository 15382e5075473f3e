package dev.kvitt.vipps.client.report;

import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a ledger.
 *
 * @param currency the currency
 * @param minorUnits øre or cent; negative for what is taken off, as refunds and fees, and for what is owed
 */
public record SignedAmount(Currency currency, long minorUnits) {
    public SignedAmount {
        Objects.requireNonNull(currency, "currency");
    }
}
