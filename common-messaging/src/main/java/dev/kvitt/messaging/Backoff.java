package dev.kvitt.messaging;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long to wait after the n-th failure in a row: 100 ms, doubled each time, 5 s at most. One thread's. */
public final class Backoff {

    public static final Duration FIRST = Duration.ofMillis(100);
    public static final Duration MOST = Duration.ofSeconds(5);

    private int failures;

    public Duration next() {
        var factor = 1L << Math.min(failures++, 10);
        var wait = FIRST.multipliedBy(factor);
        return wait.compareTo(MOST) < 0 ? wait : MOST;
    }

    public void reset() {
        failures = 0;
    }

    /** Waits for {@link #next}, or until stopped. */
    public void sleep(BooleanSupplier stopped) {
        pause(next(), stopped);
    }

    /** Sleeps in small steps, so that a stop does not wait for it. */
    public static void pause(Duration wait, BooleanSupplier stopped) {
        var end = System.nanoTime() + wait.toNanos();
        while (!stopped.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
