package dev.kvitt.vipps.rules.idempotency;

import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.Reference;

/**
 * What makes two requests the same request.
 *
 * @param bodyFingerprint equal for equal JSON values, whatever their spacing and field order
 */
public record RequestIdentity(Operation operation, Reference reference, String bodyFingerprint) {}
