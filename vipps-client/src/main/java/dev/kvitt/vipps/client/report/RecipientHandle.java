package dev.kvitt.vipps.client.report;

import dev.kvitt.vipps.client.MerchantSerialNumber;

/**
 * A point of sale as the Report API names it.
 *
 * @param value {@code api:} with the MSN for sales units, a country as {@code NO:} with the number for Vipps numbers; read any
 */
public record RecipientHandle(String value) {
    public RecipientHandle {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a recipient handle is not empty");
        }
    }

    /** The handle of a sales unit. */
    public static RecipientHandle of(MerchantSerialNumber msn) {
        return new RecipientHandle("api:" + msn);
    }

    @Override
    public String toString() {
        return value;
    }
}
