package dev.kvitt.operations.vipps;

import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.ReportState;
import dev.kvitt.operations.store.reconcile.RunRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What differs from Vipps and since when nobody has looked, to be called by it. */
@Singleton
class ReconcileGauges {
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final double MILLIS = 1000;

    private final DatabaseGauges<Standing> gauges;
    private final ReconcileConfig config;
    private final Instant begun;

    @Inject
    ReconcileGauges(ReconcileConfig config, Transactions transactions, InstantSource clock) {
        this(config, transactions, clock, FRESH);
    }

    /** @param fresh how old an answer may be that is given again */
    ReconcileGauges(ReconcileConfig config, Transactions transactions, InstantSource clock, Duration fresh) {
        this.config = config;
        this.begun = clock.instant();
        this.gauges = new DatabaseGauges<>(transactions, fresh, this::standing);
    }

    /**
     * How it stands.
     *
     * @param succeeded when the latest run of everything began that came to its end; the start of this process, where there is none
     * @param open by the kind's code
     * @param readTo up to when all lists of the report are read; the start of this process, where none is to be read yet
     */
    private record Standing(Instant succeeded, Map<String, Long> open, Instant readTo) {}

    void begin(@Observes StartupEvent event, MeterRegistry registry) {
        if (config.report()) {
            gauges.gauge(
                    registry,
                    "kvitt.reconciliation.report.read.timestamp.seconds",
                    Tags.empty(),
                    "Up to when every list of Vipps' report was read to its end; since when it is to be read, where one never was",
                    standing -> standing.readTo().toEpochMilli() / MILLIS);
        }
        gauges.gauge(
                registry,
                "kvitt.reconciliation.succeeded.timestamp.seconds",
                Tags.empty(),
                "When the latest reconciliation of everything began that came to its end; the start of the process where none has",
                standing -> standing.succeeded().toEpochMilli() / MILLIS);
        for (var kind : FindingKind.values()) {
            gauges.gauge(
                    registry,
                    "kvitt.reconciliation.findings.open",
                    Tags.of("kind", kind.code()),
                    "Differences to Vipps that stand and that nobody has explained",
                    standing -> standing.open().getOrDefault(kind.code(), 0L));
        }
    }

    private Standing standing(Connection connection) throws SQLException {
        return new Standing(
                RunRows.succeeded(connection).orElse(begun),
                FindingQuery.open(connection),
                ReportState.readTo(connection).orElse(begun));
    }
}
