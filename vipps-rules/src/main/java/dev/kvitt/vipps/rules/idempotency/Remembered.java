package dev.kvitt.vipps.rules.idempotency;

import java.time.Instant;

/**
 * A request that was answered for good.
 *
 * @param <A> the answer, as the caller keeps it
 * @param request what was asked
 * @param answer what was answered, to be repeated word for word
 * @param firstSeen when
 */
public record Remembered<A>(RequestIdentity request, A answer, Instant firstSeen) {}
