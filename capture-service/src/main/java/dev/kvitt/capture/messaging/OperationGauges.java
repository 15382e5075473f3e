package dev.kvitt.capture.messaging;

import dev.kvitt.capture.store.OpenOperations;
import dev.kvitt.capture.store.ReadLog;
import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What is still to be done at Vipps, as gauges. */
@Singleton
class OperationGauges {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DatabaseGauges<OpenOperations> gauges;

    OperationGauges(Transactions transactions, ReadLog reads) {
        this.gauges =
                new DatabaseGauges<>(transactions, FRESH, connection -> OpenOperations.read(connection, reads.ahead()));
    }

    void begin(@Observes StartupEvent event, MeterRegistry registry) {
        var name = "kvitt.operations.open";
        var what = "Operations that are not finished";
        gauges.gauge(registry, name, Tags.of("status", "new"), what, OpenOperations::fresh);
        gauges.gauge(registry, name, Tags.of("status", "unknown"), what, OpenOperations::unknown);
        gauges.gauge(
                registry,
                "kvitt.operations.in.doubt.seconds",
                Tags.empty(),
                "Since when an operation may have been done or not",
                OpenOperations::inDoubtSeconds);
        gauges.gauge(
                registry,
                "kvitt.vipps.waiting.for.budget",
                Tags.empty(),
                "Payments that may not be read or written at Vipps just now",
                OpenOperations::waiting);
    }
}
