package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;

/**
 * The truth about a payment's money, in the payment's currency.
 *
 * @param authorized what the customer approved
 * @param cancelled what was released
 * @param captured what was taken
 * @param refunded what was given back
 */
public record Aggregate(Amount authorized, Amount cancelled, Amount captured, Amount refunded) {
    public Aggregate {
        boolean oneCurrency = authorized.currency() == cancelled.currency()
                && authorized.currency() == captured.currency()
                && authorized.currency() == refunded.currency();
        if (!oneCurrency) {
            throw new IllegalArgumentException("an aggregate has one currency");
        }
    }
}
