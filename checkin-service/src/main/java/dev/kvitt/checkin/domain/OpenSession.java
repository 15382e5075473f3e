package dev.kvitt.checkin.domain;

import java.time.Instant;

/**
 * The sale that holds a printed code.
 *
 * @param saleKey {@code msn/saleId}
 * @param openedAt when it was opened, by our clock
 */
public record OpenSession(String saleKey, Instant openedAt) {}
