package dev.kvitt.vipps.rules.limits;

import java.time.Duration;

/**
 * So many calls in so long a time.
 *
 * @param calls allowed within any window; at least 1
 * @param window length of the sliding window
 */
public record RateLimit(int calls, Duration window) {

    /** Create, capture, cancel, refund: each, per reference and sales unit. */
    public static final RateLimit WRITES = new RateLimit(5, Duration.ofMinutes(1));

    /** GET of a payment and of its event log: each, per reference and subscription key. */
    public static final RateLimit READS = new RateLimit(120, Duration.ofMinutes(1));

    public RateLimit {
        if (calls < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A rate limit allows at least one call in some time");
        }
    }
}
