package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.planted.Ledgers;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import dev.kvitt.operations.store.reconcile.FindingRows;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.store.reconcile.Streams;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.PeakHeap;
import dev.kvitt.operations.support.Tables;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was planted is found in PostgreSQL as it is in memory, and lives on from run to run. {@code -Dreconcile.planted=100000} has so many
 * sales and two hundred differences of every kind.
 */
@OperationsTest
class PlantedInDatabaseTest {
    private static final int SALES = Integer.getInteger("reconcile.planted", 2_000);
    private static final int EACH = Math.max(20, SALES / 500);
    private static final long SEED = 20261122;

    /** As they are by default, but for the sales unit on which another system sells; what Vipps says is in the database. */
    private static final ReconcileConfig SETTINGS = new SmallRyeConfigBuilder()
            .withMapping(ReconcileConfig.class)
            .withDefaultValue("kvitt.reconciliation.shared-sales-units", Ledgers.SHARED)
            .withDefaultValue("kvitt.reconciliation.looks-per-run", "0")
            .build()
            .getConfigMapping(ReconcileConfig.class);

    @Inject
    ReportReader report;

    @Inject
    Looking looking;

    @Inject
    Streams streams;

    @Inject
    Transactions transactions;

    @Inject
    LedgerTransactions ledger;

    @Inject
    DataSource dataSource;

    @Inject
    OurLedger ours;

    @Inject
    Tables tables;

    private Instant now = Ledgers.NOW;

    @BeforeEach
    @AfterEach
    void clear() {
        ours.clear();
    }

    @Test
    void all_found_none_invented_and_each_lives_until_it_is_gone_by_itself() {
        Ledgers ledgers = Ledgers.make(SEED, SALES, EACH);
        new PlantedRows(ledger).write(ledgers);

        PeakHeap heap = PeakHeap.fromNow();
        long start = System.nanoTime();
        Run first = reconcile();

        System.out.printf(
                "%,d sales, %,d payments and rows, %,d differences planted, %,d found through PostgreSQL in %.1f s, %s%n",
                SALES, first.rows(), ledgers.expected().size(), first.open(), (System.nanoTime() - start) / 1e9, heap);
        assertThat(lines(found("open"))).isEqualTo(new TreeSet<>(ledgers.expected()));
        assertThat(first.fresh()).isEqualTo(ledgers.expected().size());
        Map<String, UUID> ids = ids();

        List<Stored> explained = explainEveryThird();
        Run second = reconcile();
        assertThat(second.fresh()).isZero();
        assertThat(second.gone()).isZero();
        assertThat(lines(found("explained"))).isEqualTo(lines(explained));
        assertThat(second.open()).isEqualTo(ledgers.expected().size() - explained.size());
        assertThat(ids()).isEqualTo(ids);

        // What a person explained was of other amounts, so it is to be looked at again.
        inOurLedger("update %s.sale set confirmed = coalesce(confirmed, amount) - 1"
                + " where coalesce(confirmed, amount) < captured - refunded");
        // And this is mended.
        inOurLedger("update %s.sale set receipt = 'posted'");
        Run third = reconcile();

        assertThat(third.fresh()).isZero();
        assertThat(kinds(found("gone"))).containsExactly("receipt-missing");
        assertThat(third.gone()).isEqualTo(EACH);
        assertThat(kinds(found("explained"))).doesNotContain("captured-above-confirmed", "receipt-missing");
        assertThat(lines(all())).as("nothing is invented by what changed").isEqualTo(new TreeSet<>(ledgers.expected()));
    }

    private List<Stored> explainEveryThird() {
        List<Stored> open = found("open");
        List<Stored> explained = new ArrayList<>();
        transactions.run(connection -> {
            for (int n = 0; n < open.size(); n++) {
                var kind = open.get(n).finding().kind().code();
                if (n % 3 == 0 || kind.equals("captured-above-confirmed")) {
                    FindingRows.explain(connection, open.get(n).id(), "kari", "known", now);
                    explained.add(open.get(n));
                }
            }
            return null;
        });
        return explained;
    }

    private void inOurLedger(String sql) {
        tables.run(sql.formatted("ledger_a"), sql.formatted("ledger_b"));
    }

    /** At the generator's time, a moment later each time. */
    private Run reconcile() {
        now = now.plusMillis(1);
        Instant start = now;
        var reconciler = new Reconciler(report, looking, streams, transactions, dataSource, SETTINGS, () -> start);
        UUID id = reconciler.start(Scope.ALL, "test").orElseThrow();
        Eventually.holds(Duration.ofMinutes(5), "the run has ended", () -> run(id).finishedAt()
                .isPresent());
        Eventually.holds("the lock is free", () -> transactions.run(RunRows::lock));
        assertThat(run(id).state()).as("%s", run(id).failure()).isEqualTo("done");
        return run(id);
    }

    private Run run(UUID id) {
        return transactions.run(connection -> RunRows.find(connection, id)).orElseThrow();
    }

    private List<Stored> all() {
        var all = new ArrayList<Stored>();
        for (String state : List.of("open", "explained", "gone")) {
            all.addAll(found(state));
        }
        return all;
    }

    private List<Stored> found(String state) {
        var query = new FindingQuery(
                Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        return transactions.run(query::read);
    }

    private static Set<String> lines(List<Stored> found) {
        return found.stream().map(PlantedInDatabaseTest::line).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Stored one) {
        var finding = one.finding();
        return String.join("|", finding.kind().code(), finding.msn(), finding.reference(), finding.pspReference());
    }

    private static Set<String> kinds(List<Stored> found) {
        return found.stream().map(one -> one.finding().kind().code()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, UUID> ids() {
        return all().stream().collect(Collectors.toMap(PlantedInDatabaseTest::line, Stored::id));
    }
}
