package dev.kvitt.gateway.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs a look-up for many askers together, and at most once in an interval. */
final class SparingLookup {

    private final Runnable lookup;
    private final Executor executor;
    private final Duration interval;
    private final InstantSource clock;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private Instant started = Instant.MIN;

    SparingLookup(Runnable lookup, Executor executor, Duration interval, InstantSource clock) {
        this.lookup = lookup;
        this.executor = executor;
        this.interval = interval;
        this.clock = clock;
    }

    /** The look-up that runs, or the last one's result while it is young, also when it was a failure; else a new one. */
    synchronized CompletableFuture<Void> run() {
        var now = clock.instant();
        if (last.isDone() && !now.isBefore(started.plus(interval))) {
            started = now;
            last = CompletableFuture.runAsync(lookup, executor);
        }
        return last;
    }
}
