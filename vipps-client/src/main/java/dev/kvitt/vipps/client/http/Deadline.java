package dev.kvitt.vipps.client.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a call must be over, whatever it took: an access token, the request, and its repeats with a fresh token or the other key. Whoever
 * makes the call may rely on that, such as a worker whose task another takes over after a while.
 */
final class Deadline {
    /**
     * A request is sent with at least this part of the whole time left. One that is cut off leaves us not knowing what became of it, and a slow
     * token endpoint makes all who wait late at once: a crowd of them would open the circuit breaker of a lane that is well. Half is enough
     * for progress: a token that took longer is kept, so the next try has all of its time.
     */
    static final int LEAST_PART = 2;

    private final Duration whole;
    private final Duration connectTimeout;
    private final LongSupplier nanoTime;
    private final long endNanos;

    private Deadline(Duration whole, Duration connectTimeout, LongSupplier nanoTime) {
        this.whole = whole;
        this.connectTimeout = connectTimeout;
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong() + whole.toNanos();
    }

    /**
     * @param connectTimeout shorter than the whole
     * @param nanoTime a clock that is never set, such as {@link System#nanoTime}
     */
    static Deadline in(Duration whole, Duration connectTimeout, LongSupplier nanoTime) {
        return new Deadline(whole, connectTimeout, nanoTime);
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /** Whether nothing can be waited for any more. */
    boolean isOver() {
        return left().isZero();
    }

    /** Whether a request that is sent now has time for its answer, and time to find that there is no connection. */
    boolean leavesTime() {
        Duration left = left();
        return left.multipliedBy(LEAST_PART).compareTo(whole) >= 0 && left.compareTo(connectTimeout) > 0;
    }
}
