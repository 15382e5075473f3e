package dev.kvitt.vipps.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of a payment's event log, and the content of its webhook.
 *
 * @param pspReference of this event, not of the payment
 * @param amount of this event, not the aggregate
 * @param idempotencyKey of the request that caused it; absent where nobody asked, and on cancellations (see {@link
 *     RulesSwitches.Cancel#eventsCarryKey})
 * @param success false = a failed operation that changed nothing
 */
public record PaymentEvent(
        Msn msn,
        Reference reference,
        PspReference pspReference,
        EventName name,
        Money amount,
        Instant timestamp,
        Optional<IdempotencyKey> idempotencyKey,
        boolean success) {}
