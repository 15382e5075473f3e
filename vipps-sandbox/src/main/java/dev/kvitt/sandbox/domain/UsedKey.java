package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.idempotency.Remembered;

/** A key, what was asked with it and what was answered. */
record UsedKey(IdempotencyKey key, Remembered<WriteOutcome> memory) {}
