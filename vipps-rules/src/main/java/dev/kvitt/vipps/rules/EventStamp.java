package dev.kvitt.vipps.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What a transition cannot know by itself: when it happens, the id of the event it causes, and the key it was asked with.
 *
 * @param at the provider's time
 * @param pspReference new for every event
 * @param idempotencyKey empty when no merchant request caused it
 */
public record EventStamp(Instant at, PspReference pspReference, Optional<IdempotencyKey> idempotencyKey) {

    /** A stamp for what the customer or time does. */
    public static EventStamp unasked(Instant at, PspReference pspReference) {
        return new EventStamp(at, pspReference, Optional.empty());
    }
}
