package dev.kvitt.events;

import java.time.Instant;

/**
 * The money is reserved.
 *
 * @param maxAmount the most that may be sold
 * @param selectUntil a machine must not start to hand out anything after this; what is not confirmed is given back;
 *     absent where the amount is final, never absent for a machine
 * @param captureGuaranteedUntil until when Vipps guarantees the money; absent when Vipps did not say
 */
public record PaymentAuthorized(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money maxAmount,
        @MayBeAbsent Instant selectUntil,
        @MayBeAbsent Instant captureGuaranteedUntil)
        implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
