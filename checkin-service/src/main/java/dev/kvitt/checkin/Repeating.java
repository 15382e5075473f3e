package dev.kvitt.checkin;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Stoppable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Work that is done again and again; sooner when it did not succeed. One thread of its own. */
public final class Repeating implements AutoCloseable {

    /** How soon work that did not succeed is done again; twice as long each further time, at most the period. */
    public static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Repeating.class);

    private final String name;
    private final Duration every;
    private final Work work;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    /** Work that may have to be done again. */
    @FunctionalInterface
    public interface Work {
        /** @return empty when all is done; else how long to leave it at the least before trying again */
        Optional<Duration> tryAll();
    }

    /** @param every how long after a success it is done again */
    public Repeating(String name, Duration every, Work work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    /** @param after when to do it for the first time */
    public synchronized void start(Duration after) {
        thread = new Thread(() -> run(after), name);
        thread.start();
    }

    private void run(Duration after) {
        var wait = after;
        var failures = 0;
        try {
            while (!sleptUntilStop(wait)) {
                var again = tryAll();
                failures = again.isEmpty() ? 0 : failures + 1;
                wait = again.isEmpty() ? every : longer(again.get(), retryAfter(failures, every));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sleptUntilStop(Duration wait) throws InterruptedException {
        if (wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
        return stopped;
    }

    /** Does the work again without waiting any longer. */
    public void soon() {
        wake.release();
    }

    private Optional<Duration> tryAll() {
        try {
            return work.tryAll();
        } catch (RuntimeException e) {
            LOG.warnf("%s failed and is tried again: %s", name, Failures.reason(e));
            return Optional.of(Duration.ZERO);
        }
    }

    /** @param failures in a row, at least 1 */
    static Duration retryAfter(int failures, Duration every) {
        var wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(every) < 0 ? wait : every;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Ends the round in hand and starts no other. */
    @Override
    public synchronized void close() {
        stopped = true;
        wake.release();
        if (thread != null) {
            Stoppable.join(thread);
        }
    }
}
