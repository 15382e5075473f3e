package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.PspReference;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a payment's event log.
 *
 * @param name what happened
 * @param amount the amount of this event, not the sum so far
 * @param timestamp when, by Vipps' clock
 * @param pspReference Vipps' id of this event
 * @param idempotencyKey the key of the request that caused it; absent where none did, or where it could not have been sent by this client
 * @param success false for an attempt that failed and changed nothing
 */
public record PaymentEvent(
        PaymentEventName name,
        Amount amount,
        Instant timestamp,
        PspReference pspReference,
        Optional<IdempotencyKey> idempotencyKey,
        boolean success) {

    public PaymentEvent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(pspReference, "pspReference");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    }
}
