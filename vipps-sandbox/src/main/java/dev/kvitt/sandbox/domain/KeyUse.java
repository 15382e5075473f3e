package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Operation;
import java.time.Instant;

/** A key that was used on a payment, and how that request was answered. */
public record KeyUse(Operation operation, IdempotencyKey key, int status, Instant firstSeen) {}
