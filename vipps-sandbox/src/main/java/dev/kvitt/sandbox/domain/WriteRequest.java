package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.idempotency.RequestIdentity;
import java.util.Optional;

/**
 * What identifies a merchant's write.
 *
 * @param key absent only where the API does not ask for one
 */
public record WriteRequest(RequestIdentity identity, Optional<IdempotencyKey> key) {}
