package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import java.time.Instant;

/**
 * What was to be done at Vipps, and what came of it.
 *
 * @param amount absent where it has none, and where only its result is known
 * @param issuedAt absent where only its result is known
 * @param outcome absent while it is open
 * @param code of the refusal; absent where there is none
 * @param finishedAt absent while it is open, and while it is UNKNOWN
 */
public record Operation(
        OperationId id,
        Long amount,
        Currency currency,
        Instant issuedAt,
        OperationResult.Outcome outcome,
        String code,
        Instant finishedAt) {}
