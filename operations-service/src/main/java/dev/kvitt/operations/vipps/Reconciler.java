package dev.kvitt.operations.vipps;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.domain.reconcile.LookQueue;
import dev.kvitt.operations.domain.reconcile.Rules;
import dev.kvitt.operations.store.reconcile.LookRows;
import dev.kvitt.operations.store.reconcile.ReportRows;
import dev.kvitt.operations.store.reconcile.ReportState;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.store.reconcile.Streams;
import dev.kvitt.operations.store.reconcile.TriedRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Holds our ledger against Vipps, one run at a time in the whole installation. A run that is cut off has called nothing gone; the next one
 * starts anew.
 */
@Singleton
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final Duration LIMIT = Duration.ofHours(6);
    private static final Duration LOOKS_KEPT = Duration.ofDays(7);
    private static final Duration TRIES_KEPT = Duration.ofDays(2);

    private final ReportReader report;
    private final Looking looking;
    private final Streams streams;
    private final Transactions transactions;
    private final DataSource dataSource;
    private final ReconcileConfig config;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reconciler").daemon().factory());
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    Reconciler(
            ReportReader report,
            Looking looking,
            Streams streams,
            Transactions transactions,
            DataSource dataSource,
            ReconcileConfig config,
            InstantSource clock) {
        this.report = report;
        this.looking = looking;
        this.streams = streams;
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins a run and leaves it to its own thread.
     *
     * @param who asked for it
     * @return its id; empty while another run is under way, here or in another process
     */
    public Optional<UUID> start(Scope scope, String who) {
        if (!busy.compareAndSet(false, true)) {
            return Optional.empty();
        }
        var begun = new CompletableFuture<Optional<UUID>>();
        thread.execute(() -> {
            try {
                locked(scope, who, begun);
            } finally {
                busy.set(false);
            }
        });
        return begun.join();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** The lock lives as long as this transaction, in which nothing else is done. */
    private void locked(Scope scope, String who, CompletableFuture<Optional<UUID>> begun) {
        try {
            QuarkusTransaction.requiringNew().timeout((int) LIMIT.toSeconds()).run(() -> {
                try (var connection = dataSource.getConnection()) {
                    if (RunRows.lock(connection)) {
                        run(scope, who, begun);
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException("the lock of reconciliation cannot be had", e);
                }
            });
            begun.complete(Optional.empty());
        } catch (RuntimeException e) {
            LOG.errorf("Reconciliation was cut off; the next one starts anew: %s", Failures.reason(e));
            begun.completeExceptionally(e);
        }
    }

    private void run(Scope scope, String who, CompletableFuture<Optional<UUID>> begun) {
        UUID id = UUID.randomUUID();
        Instant start = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        transactions.run(connection -> {
            RunRows.begin(connection, id, scope, who, start);
            return null;
        });
        begun.complete(Optional.of(id));
        try {
            reconcile(id, scope, start);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Reconciliation %s failed; what it found stands, and nothing was called gone", id);
            transactions.run(connection -> {
                RunRows.failed(connection, id, Failures.reason(e), clock.instant());
                return null;
            });
        }
    }

    private void reconcile(UUID id, Scope scope, Instant start) {
        if (config.report()) {
            report.read(this::goesOn);
        }
        var rules = transactions.run(connection -> {
            if (config.report()) {
                ReportState.keep(connection, id, scope);
            }
            return rules(start, ReportRows.readTo(connection), ReportState.booksReadTo(connection));
        });
        var tried = transactions.run(TriedRows::all);
        var queue = new LookQueue(
                config.looksPerRun(),
                group -> Optional.ofNullable(tried.get(new TriedRows.Payment(group.msn(), group.reference()))));
        var run = new ReconcileRun(id, scope, start, rules, transactions, looking, queue, this::goesOn);
        streams.read(run);
        run.lookAndFinish(clock.instant());
        transactions.run(connection -> {
            LookRows.forget(connection, start.minus(LOOKS_KEPT));
            TriedRows.forget(connection, start.minus(TRIES_KEPT));
            return null;
        });
    }

    private Rules rules(Instant now, Map<String, Instant> readTo, Map<String, Instant> booksReadTo) {
        return new Rules(
                now,
                readTo,
                booksReadTo,
                config.reportGrace(),
                config.flight(),
                config.forgottenAfter(),
                config.receiptGrace(),
                config.lookAgainAfter(),
                config.sharedSalesUnits().orElse(Set.of()));
    }

    private boolean goesOn() {
        return !stopped;
    }
}
