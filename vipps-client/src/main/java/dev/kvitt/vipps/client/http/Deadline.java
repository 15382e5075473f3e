package dev.kvitt.vipps.client.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a call must be over, whatever it took: an access token, the request, and its repeats with a fresh token or the other key. Whoever
 * makes the call may rely on that, such as a worker whose task another takes over after a while.
 */
final class Deadline {
    /** The part of the whole time that is left at least when a request is sent: one that is cut off leaves us not knowing what became of it. */
    static final int LEAST_PART = 4;

    private final Duration whole;
    private final LongSupplier nanoTime;
    private final long endNanos;

    private Deadline(Duration whole, LongSupplier nanoTime) {
        this.whole = whole;
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong() + whole.toNanos();
    }

    /** @param nanoTime a clock that is never set, such as {@link System#nanoTime} */
    static Deadline in(Duration whole, LongSupplier nanoTime) {
        return new Deadline(whole, nanoTime);
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /** Whether a request that is sent now has time for its answer. */
    boolean leavesTime() {
        return left().multipliedBy(LEAST_PART).compareTo(whole) >= 0;
    }
}
