package dev.kvitt.capture.domain;

import java.time.Duration;

/**
 * How long what is trusted.
 *
 * @param idempotencyTrust for how long after the first try in doubt the same key is sent again; Vipps does not say how
 *     long it keeps a key
 * @param askFirstAfter a capture or cancel that was first read later than this after it was issued reads the payment
 *     before it writes
 * @param arrival how long after it was sent a create may still arrive: longer than any request can be under way, and
 *     longer than the 15 minutes a customer token lives
 */
public record Limits(Duration idempotencyTrust, Duration askFirstAfter, Duration arrival) {

    public static final Limits DEFAULT = new Limits(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(20));
}
