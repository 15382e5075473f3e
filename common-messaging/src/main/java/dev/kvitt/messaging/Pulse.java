package dev.kvitt.messaging;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a loop last moved: when it began, ended or gave up a piece of work. A database or broker that is away makes pieces of
 * work fail, one after the other, so the loop moves; only one that hangs, or whose thread has died, does not.
 */
public final class Pulse {

    /** Of a loop whose thread has died: longer than any limit. */
    static final Duration DEAD = Duration.ofDays(365);

    private final Thread thread;
    private final LongSupplier nanoTime;
    private volatile long movedNanos;

    public Pulse(Thread thread) {
        this(thread, System::nanoTime);
    }

    Pulse(Thread thread, LongSupplier nanoTime) {
        this.thread = thread;
        this.nanoTime = nanoTime;
        this.movedNanos = nanoTime.getAsLong();
    }

    /** The loop moves. */
    public void beat() {
        movedNanos = nanoTime.getAsLong();
    }

    /** Since the loop last moved. */
    public Duration idle() {
        return thread.getState() == Thread.State.TERMINATED
                ? DEAD
                : Duration.ofNanos(nanoTime.getAsLong() - movedNanos);
    }
}
