package dev.kvitt.messaging.quarkus;

import dev.kvitt.messaging.store.Backlog;
import dev.kvitt.messaging.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What waits in this service, as gauges. */
@ApplicationScoped
class BacklogMetrics {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DatabaseGauges<Backlog> gauges;

    BacklogMetrics(Transactions transactions) {
        this.gauges = new DatabaseGauges<>(transactions, FRESH, Backlog::read);
    }

    void register(MeterRegistry registry) {
        gauge(registry, "kvitt.outbox.waiting", "Rows that are not sent yet", Backlog::outbox);
        gauge(registry, "kvitt.outbox.age.seconds", "Age of the oldest of them", Backlog::outboxAgeSeconds);
        gauge(registry, "kvitt.parked", "Sales that wait for a person", Backlog::parked);
        gauge(registry, "kvitt.timers.overdue", "Timers due for more than a minute", Backlog::timersOverdue);
        gauge(registry, "kvitt.tasks.overdue", "Tasks to be taken up for more than a minute", Backlog::tasksOverdue);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Backlog> value) {
        gauges.gauge(registry, name, Tags.empty(), what, value);
    }
}
