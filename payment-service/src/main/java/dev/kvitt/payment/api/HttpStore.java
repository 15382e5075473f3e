package dev.kvitt.payment.api;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The database for whoever asks over HTTP: a few at a time, so that no flood of questions takes it from the sales. */
@Singleton
class HttpStore {

    /** Of the 16 connections of the pool. */
    static final int AT_ONCE = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * A process that vanishes keeps its locks no longer than this, and whoever waits for one gives its place back: the till asks
     * again under the same key.
     */
    private static final String LIMITS =
            "select set_config('idle_in_transaction_session_timeout', '10000', true), set_config('lock_timeout', '2000', true)";

    private final Transactions transactions;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    HttpStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @throws NoAnswer while too many others ask */
    <T> T run(Transactions.Work<T> work) {
        return share(() -> transactions.run(connection -> {
            try (var limits = connection.prepareStatement(LIMITS)) {
                limits.execute();
            }
            return work.in(connection);
        }));
    }

    /** As {@link #run} for what makes its own transaction. */
    <T> T share(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static NoAnswer busy() {
        return new NoAnswer(Problem.of(
                        Status.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too many ask at this moment. Nothing was done, and this says nothing about a sale: try again.")
                .after(Duration.ofSeconds(1)));
    }
}
