package dev.kvitt.vipps.client;

import java.time.Duration;

/**
 * When a circuit breaker opens and for how long. Each sales unit has one per API for its reads and one for its writes, so that a payment can
 * be read while captures fail, and taken while receipts fail.
 *
 * @param window how many of the last calls are judged, 1 to {@value #MAX_WINDOW}
 * @param minimumCalls how many calls must be known before any judgement, 1 to {@code window}
 * @param failurePercent from how many failed calls in a hundred it opens, 1 to 100. Failures are: no connection, no whole answer, 5xx
 * @param readWait how long reads and access tokens are held back; short, because a payment's truth must be readable as soon as Vipps is back
 * @param writeWait how long writes are held back
 * @param trialCalls how many calls may try at once whether Vipps is back, 1 to {@code window}
 */
public record CircuitLimits(
        int window, int minimumCalls, int failurePercent, Duration readWait, Duration writeWait, int trialCalls) {
    /** Largest {@code window}; each breaker remembers so many results. */
    public static final int MAX_WINDOW = 1000;

    /** What {@link VippsEnvironment#of} uses: half of the last 20, from 10 on; reads wait 1 s and writes 5 s; 3 may try. */
    public static final CircuitLimits DEFAULT =
            new CircuitLimits(20, 10, 50, Duration.ofSeconds(1), Duration.ofSeconds(5), 3);

    public CircuitLimits {
        inRange("window", window, MAX_WINDOW);
        inRange("minimum calls", minimumCalls, window);
        inRange("failure percent", failurePercent, 100);
        inRange("trial calls", trialCalls, window);
        if (!readWait.isPositive() || !writeWait.isPositive()) {
            throw new IllegalArgumentException("the waits of a circuit breaker are positive");
        }
    }

    private static void inRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("a circuit breaker's " + name + " is 1 to " + max + ", not " + value);
        }
    }
}
