package dev.kvitt.events;

import java.time.Instant;

/**
 * Something happened to a payment, told by a webhook whose signature was right.
 *
 * @param pspReference of this event, not of the payment
 * @param name CREATED, AUTHORIZED, ABORTED, EXPIRED, TERMINATED, CAPTURED, CANCELLED, REFUNDED, or one we do not know yet
 * @param amount of this event, not of the payment
 * @param idempotencyKey of the request that caused it; absent on some events
 * @param success false is a failed operation and changes nothing
 * @param captureGuaranteedUntil only on AUTHORIZED, and not always
 */
public record PaymentHappened(
        Msn msn,
        PaymentReference reference,
        String pspReference,
        String name,
        Money amount,
        Instant timestamp,
        @MayBeAbsent String idempotencyKey,
        boolean success,
        @MayBeAbsent Instant captureGuaranteedUntil)
        implements VippsFact {

    @Override
    public String key() {
        return Keys.payment(msn, reference);
    }
}
