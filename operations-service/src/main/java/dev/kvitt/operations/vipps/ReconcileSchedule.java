package dev.kvitt.operations.vipps;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * A run every hour, at another minute each time and never in the first ten, when Vipps does not want its report to be read. Every process
 * has this schedule; in each hour of the clock the first one reconciles, and the others leave it.
 */
@Singleton
public class ReconcileSchedule {
    private static final Logger LOG = Logger.getLogger(ReconcileSchedule.class);
    private static final int FIRST_MINUTE = 11;
    private static final Duration FIRST = Duration.ofMinutes(FIRST_MINUTE);
    private static final Duration HOUR = Duration.ofHours(1);

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

    void start(@Observes StartupEvent event) {
        if (config.hourly()) {
            plan();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** A moment in the hour of the clock after this one, from its minute 11 to its end. */
    static Instant next(Instant now, RandomGenerator random) {
        var into = random.nextLong(FIRST.toMillis(), HOUR.toMillis());
        return now.truncatedTo(ChronoUnit.HOURS).plus(HOUR).plusMillis(into);
    }

    private void plan() {
        var now = clock.instant();
        var millis =
                Duration.between(now, next(now, ThreadLocalRandom.current())).toMillis();
        var unused = thread.schedule(this::hourly, millis, TimeUnit.MILLISECONDS);
    }

    private void hourly() {
        try {
            runIfDue();
        } catch (RuntimeException e) {
            LOG.errorf("The hourly reconciliation could not begin: %s", Failures.reason(e));
        }
        plan();
    }

    /**
     * Begins a run of everything, unless one has begun in this hour, or it is one of the first minutes of an hour: a machine that slept wakes up whenever.
     *
     * @return its id
     */
    Optional<UUID> runIfDue() {
        var now = clock.instant();
        if (now.atOffset(ZoneOffset.UTC).getMinute() < FIRST_MINUTE) {
            return Optional.empty();
        }
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var begun = transactions.run(RunRows::begun);
        return begun.filter(at -> !at.isBefore(hour)).isPresent()
                ? Optional.empty()
                : reconciler.start(Scope.ALL, "schedule");
    }
}
