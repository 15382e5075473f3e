package dev.kvitt.vipps.rules;

/** The merchant's writes: each has its own idempotency keys, rate limit and answer to a reused key. */
public enum Operation {
    CREATE(ErrorCode.IDEMPOTENCY_KEY_EXISTS),
    CAPTURE(ErrorCode.CAPTURE_RETRIED_DIFFERENTLY),
    CANCEL(ErrorCode.IDEMPOTENCY_KEY_EXISTS),
    REFUND(ErrorCode.REFERENCE_EXISTS);

    private final ErrorCode keyReused;

    Operation(ErrorCode keyReused) {
        this.keyReused = keyReused;
    }

    /** The code of the 409 that answers a known key with another body. */
    public ErrorCode keyReused() {
        return keyReused;
    }
}
