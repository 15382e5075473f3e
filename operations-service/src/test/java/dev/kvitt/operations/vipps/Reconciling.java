package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.store.reconcile.Streams;
import dev.kvitt.operations.support.Eventually;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Whole runs, with settings of a test's own. */
@Singleton
public class Reconciling {
    private final ReportReader report;
    private final Looking looking;
    private final Streams streams;
    private final Transactions transactions;
    private final DataSource dataSource;

    Reconciling(
            ReportReader report, Looking looking, Streams streams, Transactions transactions, DataSource dataSource) {
        this.report = report;
        this.looking = looking;
        this.streams = streams;
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    /** @param settings other than the defaults, without {@code kvitt.reconciliation.} */
    public Run run(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(ReconcileConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("kvitt.reconciliation." + name, value));
        var reconciler = new Reconciler(
                report,
                looking,
                streams,
                transactions,
                dataSource,
                builder.build().getConfigMapping(ReconcileConfig.class),
                InstantSource.system());
        UUID id = reconciler.start(Scope.ALL, "test").orElseThrow();
        Eventually.holds(Duration.ofMinutes(5), "the run has ended", () -> of(id).finishedAt()
                .isPresent());
        Eventually.holds("the lock is free", () -> transactions.run(RunRows::lock));
        assertThat(of(id).state()).as("%s", of(id).failure()).isEqualTo("done");
        return of(id);
    }

    private Run of(UUID id) {
        return transactions.run(connection -> RunRows.find(connection, id)).orElseThrow();
    }

    /** The codes of the findings in that state. */
    public List<String> codes(String state) {
        var query = new FindingQuery(
                Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        return transactions.run(query::read).stream()
                .map(one -> one.finding().kind())
                .map(FindingKind::code)
                .toList();
    }
}
