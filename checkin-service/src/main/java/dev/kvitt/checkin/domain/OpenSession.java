package dev.kvitt.checkin.domain;

import java.time.Instant;

/**
 * The sale that holds a printed code.
 *
 * @param saleKey {@code msn/saleId}
 * @param openedAt when it was opened, by our clock
 * @param heldUntil after this it can no longer be paid, and keeps nobody out any more
 */
public record OpenSession(String saleKey, Instant openedAt, Instant heldUntil) {}
