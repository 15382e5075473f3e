package dev.kvitt.operations.vipps;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A run every hour, at another minute each time and never in the first ten, when Vipps does not want its report to be read. Every process
 * has this schedule; where one has just reconciled, the others leave it.
 */
@Singleton
public class ReconcileSchedule {
    private static final Logger LOG = Logger.getLogger(ReconcileSchedule.class);
    private static final Duration JUST_NOW = Duration.ofMinutes(40);
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int FIRST_MINUTE = 11;
    private static final int MINUTES = 60;

    private final Reconciler reconciler;
    private final Transactions transactions;
    private final ReconcileConfig config;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconcile-schedule").daemon().factory());

    ReconcileSchedule(Reconciler reconciler, Transactions transactions, ReconcileConfig config, InstantSource clock) {
        this.reconciler = reconciler;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        new DatabaseGauges<>(transactions, FRESH, FindingQuery::open)
                .gauge(
                        meters,
                        "kvitt.reconciliation.findings.open",
                        Tags.empty(),
                        "Differences to Vipps that stand and that nobody has explained",
                        Long::doubleValue);
        if (config.hourly()) {
            plan();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** The moment in the hour after this one. */
    static Instant next(Instant now, int minute) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)).plus(Duration.ofMinutes(minute));
    }

    /** Any second of the minutes 11 to 59. */
    private void plan() {
        int minute = ThreadLocalRandom.current().nextInt(FIRST_MINUTE, MINUTES);
        Instant now = clock.instant();
        long millis = Duration.between(now, next(now, minute)).toMillis()
                + ThreadLocalRandom.current().nextInt(MINUTES) * 1000L;
        var unused = thread.schedule(this::hourly, millis, TimeUnit.MILLISECONDS);
    }

    private void hourly() {
        try {
            if (isDue()) {
                reconciler.start(Scope.ALL, "schedule");
            }
        } catch (RuntimeException e) {
            LOG.errorf("The hourly reconciliation could not begin: %s", Failures.reason(e));
        }
        plan();
    }

    private boolean isDue() {
        var newest = transactions.run(connection -> RunRows.newest(connection, 1));
        return newest.isEmpty()
                || !newest.getFirst().scope().isAll()
                || newest.getFirst().startedAt().isBefore(clock.instant().minus(JUST_NOW));
    }
}
