package dev.kvitt.vipps.rules;

import java.util.Optional;

/** Amounts of refunds that the test environment refuses. Which code answers is undocumented: the nearest in meaning. */
public enum SpecialRefund {
    /** The customer is gone, or has no account to receive money. */
    NO_RECEIVER(123, ErrorCode.REFUND_NOT_POSSIBLE),
    PERIOD_EXPIRED(124, ErrorCode.REFUND_PERIOD_EXPIRED);

    private final long value;
    private final ErrorCode code;

    SpecialRefund(long value, ErrorCode code) {
        this.value = value;
        this.code = code;
    }

    /** Minor units, of any currency. */
    public long value() {
        return value;
    }

    public ErrorCode code() {
        return code;
    }

    static Optional<ErrorCode> refusal(Money part) {
        for (SpecialRefund special : values()) {
            if (special.value == part.value()) {
                return Optional.of(special.code);
            }
        }
        return Optional.empty();
    }
}
