package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.Refusal;

/** Ends a request that cannot even be read. */
final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        // No stack trace: this is an answer, not a fault.
        super("request refused", null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
