package dev.kvitt.capture.domain;

import dev.kvitt.events.Money;
import java.util.Optional;

/**
 * One entry of a payment's event log at Vipps.
 *
 * @param name such as CAPTURED
 * @param idempotencyKey of the request that caused it, where Vipps says so
 */
public record LogEntry(String name, Money amount, Optional<String> idempotencyKey, boolean success) {}
