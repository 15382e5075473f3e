package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import dev.kvitt.events.PaymentState;
import java.time.Instant;

/**
 * One attempt that was commanded or seen. Each sum is the larger of the latest aggregate and the distinct successful events, in minor units.
 *
 * @param attempt absent where the reference is not of our form
 * @param state Vipps' own; absent while it is not known
 * @param pspReference of the creation; absent while it is not known
 * @param currency absent while nobody has named an amount
 * @param amount what was asked for; absent while nobody has said
 */
public record Payment(
        String msn,
        String reference,
        String key,
        Integer attempt,
        PaymentState state,
        String pspReference,
        Currency currency,
        Long amount,
        long authorized,
        long captured,
        long cancelled,
        long refunded,
        Instant createdAt,
        Instant authorizedAt,
        Instant lastEventAt,
        Instant captureGuaranteedUntil) {

    /** What is reserved and neither captured nor given back; only in AUTHORIZED. */
    public long reserved() {
        return state == PaymentState.AUTHORIZED ? Math.max(0, authorized - captured - cancelled) : 0;
    }

    /** Of what was reserved. What Vipps calls cancelled of a request that nobody approved never was. */
    public long givenBack() {
        return authorized > 0 ? cancelled : 0;
    }

    boolean ended() {
        return state != null && state.endedWithoutMoney();
    }
}
