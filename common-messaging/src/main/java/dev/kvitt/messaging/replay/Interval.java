package dev.kvitt.messaging.replay;

import java.time.Duration;

/** What is done now and then; over before it was first begun. One thread's. */
final class Interval {

    private final long nanos;
    private long begunNanos;
    private boolean begun;

    Interval(Duration every) {
        nanos = every.toNanos();
    }

    boolean isOver() {
        return !begun || System.nanoTime() - begunNanos >= nanos;
    }

    void begin() {
        begun = true;
        begunNanos = System.nanoTime();
    }
}
