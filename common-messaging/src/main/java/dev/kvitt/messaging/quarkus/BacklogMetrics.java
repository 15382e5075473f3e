package dev.kvitt.messaging.quarkus;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.store.Backlog;
import dev.kvitt.messaging.store.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** What waits in this service, as gauges; looked up when somebody reads them, every few seconds at most. */
@ApplicationScoped
class BacklogMetrics {

    private static final Logger LOG = Logger.getLogger(BacklogMetrics.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Transactions transactions;
    private Optional<Backlog> latest = Optional.empty();
    private long lookedNanos = System.nanoTime() - FRESH.toNanos() - 1;

    BacklogMetrics(Transactions transactions) {
        this.transactions = transactions;
    }

    void register(MeterRegistry registry) {
        gauge(registry, "kvitt.outbox.waiting", "Rows that are not sent yet", Backlog::outbox);
        gauge(registry, "kvitt.outbox.age.seconds", "Age of the oldest of them", Backlog::outboxAgeSeconds);
        gauge(registry, "kvitt.parked", "Sales that wait for a person", Backlog::parked);
        gauge(registry, "kvitt.timers.overdue", "Timers due for more than a minute", Backlog::timersOverdue);
        gauge(registry, "kvitt.tasks.overdue", "Tasks to be taken up for more than a minute", Backlog::tasksOverdue);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, metrics -> metrics.read(value))
                .description(what)
                .strongReference(true)
                .register(registry);
    }

    /** Not a number while the database cannot be asked: nothing is known then, and 0 would be reassuring. */
    private synchronized double read(ToDoubleFunction<Backlog> value) {
        if (System.nanoTime() - lookedNanos > FRESH.toNanos()) {
            latest = look();
            // After a failure as well: whoever reads all gauges waits for a database that is away only once.
            lookedNanos = System.nanoTime();
        }
        return latest.map(value::applyAsDouble).orElse(Double.NaN);
    }

    private Optional<Backlog> look() {
        try {
            return Optional.of(transactions.run(Backlog::read));
        } catch (RuntimeException e) {
            LOG.debugf("What waits cannot be counted: %s", Failures.reason(e));
            return Optional.empty();
        }
    }
}
