package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.Refusal;
import java.time.Instant;

/**
 * One command that was given, and what is known of it.
 *
 * @param n counts commands of its kind on this payment, from 1
 * @param sparing a cancel that leaves a reservation alone ({@code cancelTransactionOnly})
 * @param outcome absent until the first result; UNKNOWN may become one of the others, never the other way round
 * @param refusal with a REJECTED outcome
 * @param redirectUrl of a created payment, where somebody is to open or show it
 * @param at when the outcome became known to us; absent with it
 */
public record Operation(
        OperationId id, int n, boolean sparing, Outcome outcome, Refusal refusal, String redirectUrl, Instant at) {

    static Operation given(OperationId id, int n) {
        return new Operation(id, n, false, null, null, null, null);
    }

    static Operation sparing(OperationId id, int n) {
        return new Operation(id, n, true, null, null, null, null);
    }

    boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }

    boolean rejected() {
        return outcome == Outcome.REJECTED;
    }

    boolean unknown() {
        return outcome == Outcome.UNKNOWN;
    }

    Operation with(OperationResult result, Instant now) {
        return succeeded() || rejected()
                ? this
                : new Operation(id, n, sparing, result.outcome(), result.refusal(), result.redirectUrl(), now);
    }
}
