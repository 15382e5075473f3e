package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import dev.kvitt.operations.store.reconcile.FindingRows;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole runs: a ledger in PostgreSQL, a Vipps over HTTP, and the life of what is found. */
@OperationsTest
class ReconcilerTest {
    private final Instant longAgo = Instant.now().minus(Duration.ofDays(3));

    @Inject
    ReconcileConfig config;

    @Inject
    Reconciler reconciler;

    @Inject
    OurLedger ours;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    @ConfigProperty(name = "kvitt.db.direct-url")
    String direct;

    private FakeVipps vipps;

    @BeforeEach
    void start() throws IOException {
        ours.clear();
        vipps = new FakeVipps(vippsAt);
    }

    @AfterEach
    void stop() {
        vipps.close();
    }

    @Test
    void what_agrees_is_no_finding_and_what_differs_is_told_with_its_sale() {
        ours.sale("sale-aaaa1", "psp-1", longAgo, "posted");
        vipps.captured("sale-aaaa1-1", "psp-1", 5000, longAgo.toString());
        ours.sale("sale-aaaa2", "psp-2", longAgo, "posted");
        vipps.captured("sale-aaaa2-1", "psp-2", 4000, longAgo.toString());
        vipps.pays("sale-aaaa2-1", "psp-2", true, longAgo.toString());

        Run run = reconcile(Scope.ALL);

        // Vipps' own log agrees with us: it is the report that differs.
        assertThat(codes("open")).containsExactly("captured-differs-in-report");
        Stored finding = all().getFirst();
        assertThat(finding.finding().saleId()).isEqualTo("sale-aaaa2");
        assertThat(finding.finding().amount()).isEqualTo(1000);
        assertThat(run.open()).isEqualTo(1);
        assertThat(run.fresh()).isEqualTo(1);
    }

    @Test
    void what_is_open_by_kind_and_when_the_latest_run_began_that_came_to_its_end_is_measured() {
        assertThat(succeeded(meters)).isPositive().isLessThanOrEqualTo(System.currentTimeMillis() / 1000.0);
        var fresh = freshMeters();
        ours.sale("sale-gggg1", "psp-1", longAgo, "rejected");
        vipps.captured("sale-gggg1-1", "psp-1", 5000, longAgo.toString());

        Run run = reconcile(Scope.ALL);
        reconcile(new Scope(Optional.of("123456"), Optional.empty(), Optional.empty()));

        assertThat(succeeded(fresh)).isEqualTo(run.startedAt().toEpochMilli() / 1000.0);
        assertThat(open(fresh, "receipt-missing")).isEqualTo(1);
        assertThat(open(fresh, "foreign-payment")).isZero();
    }

    /** Like the service's own, which look into the database every 15 seconds at most; these do each time. */
    private MeterRegistry freshMeters() {
        var fresh = new SimpleMeterRegistry();
        new ReconcileGauges(config, transactions, InstantSource.system(), Duration.ZERO)
                .begin(new StartupEvent(), fresh);
        return fresh;
    }

    private static double succeeded(MeterRegistry meters) {
        return meters.get("kvitt.reconciliation.succeeded.timestamp.seconds")
                .gauge()
                .value();
    }

    private static double open(MeterRegistry meters, String kind) {
        return meters.get("kvitt.reconciliation.findings.open")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    @Test
    void a_finding_is_open_explained_gone_by_itself_and_open_again() {
        ours.sale("sale-bbbb1", "psp-1", longAgo, "rejected");
        vipps.captured("sale-bbbb1-1", "psp-1", 5000, longAgo.toString());

        reconcile(Scope.ALL);
        assertThat(codes("open")).containsExactly("receipt-missing");
        UUID id = all().getFirst().id();
        assertThat(explain(id, "the shop has mended the lines")).isTrue();
        reconcile(Scope.ALL);
        assertThat(codes("explained")).containsExactly("receipt-missing");
        assertThat(all().getFirst().explanation()).contains("the shop has mended the lines");

        ours.receipt("sale-bbbb1", "posted");
        Run mended = reconcile(Scope.ALL);
        assertThat(mended.gone()).isEqualTo(1);
        assertThat(codes("gone")).containsExactly("receipt-missing");
        assertThat(explain(id, "too late")).isFalse();

        ours.receipt("sale-bbbb1", "rejected");
        Run back = reconcile(Scope.ALL);
        assertThat(codes("open")).containsExactly("receipt-missing");
        assertThat(all().getFirst().id()).isEqualTo(id);
        assertThat(back.fresh()).isEqualTo(1);
    }

    @Test
    void the_report_is_read_on_where_it_ended_and_a_late_row_ends_the_finding() {
        ours.sale("sale-cccc1", "psp-1", longAgo, "posted");
        ours.sale("sale-cccc2", "psp-2", longAgo, "posted");
        ours.sale("sale-cccc3", "psp-3", longAgo, "posted");
        ours.sale("sale-cccc4", "psp-4", longAgo, "posted");
        vipps.pays("sale-cccc4-1", "psp-4", true, longAgo.toString());
        for (int n = 1; n <= 3; n++) {
            vipps.captured("sale-cccc" + n + "-1", "psp-" + n, 5000, longAgo.toString());
        }
        reconcile(Scope.ALL);
        assertThat(codes("open")).containsExactly("capture-missing-in-report");

        vipps.asked.clear();
        vipps.captured("sale-cccc4-1", "psp-4", 5000, longAgo.toString());
        reconcile(Scope.ALL);

        assertThat(codes("open")).isEmpty();
        assertThat(codes("gone")).containsExactly("capture-missing-in-report");
        assertThat(vipps.asked("/funds/feed?cursor=3")).isOne();
        assertThat(vipps.asked("/funds/feed")).isOne();
    }

    @Test
    void a_ledger_that_is_no_longer_listed_holds_up_nothing() {
        reconcile(Scope.ALL);
        transactions.run(connection -> {
            try (var old = connection.createStatement()) {
                return old.executeUpdate("update report_feed set read_to = '2020-01-01T00:00:00Z'");
            }
        });
        vipps.ledger = "302322";
        ours.sale("sale-cccc5", "psp-5", longAgo, "posted");
        vipps.pays("sale-cccc5-1", "psp-5", true, longAgo.toString());

        reconcile(Scope.ALL);

        assertThat(codes("open")).containsExactly("capture-missing-in-report");
    }

    @Test
    void nothing_is_missed_in_a_report_that_cannot_be_read() {
        vipps.hasReport = false;
        ours.sale("sale-dddd1", "psp-1", longAgo, "posted");

        reconcile(Scope.ALL);

        assertThat(all()).isEmpty();
    }

    @Test
    void vipps_is_asked_about_what_differs_once_and_what_it_says_counts() {
        ours.sale("sale-eeee1", null, longAgo, "posted");
        vipps.pays("sale-eeee1-1", "psp-1", true, longAgo.toString());
        ours.sale("sale-eeee2", null, longAgo, "posted");
        vipps.pays("sale-eeee2-1", "psp-2", false, longAgo.toString());
        ours.sale("sale-eeee3", null, Instant.now(), "posted");

        Run run = reconcile(Scope.ALL);

        assertThat(codes("open"))
                .containsExactlyInAnyOrder(
                        "captured-unknown-here", "capture-missing-in-report", "reserved-and-forgotten");
        assertThat(run.looks()).isEqualTo(2);
        reconcile(Scope.ALL);
        assertThat(vipps.asked("/payments/sale-eeee1-1")).isEqualTo(2);
        assertThat(vipps.asked("/payments/sale-eeee3-1")).isZero();
        assertThat(codes("open")).hasSize(3);
    }

    @Test
    void a_payment_that_only_webhooks_told_of_is_another_systems() {
        ours.sale("sale-hhhh1", "psp-1", longAgo, "posted");
        ours.isAnothers("sale-hhhh1");
        vipps.captured("sale-hhhh1-1", "psp-1", 5000, longAgo.toString());
        ours.sale("sale-hhhh2", null, longAgo, "posted");
        ours.isAnothers("sale-hhhh2");
        ours.sale("sale-hhhh3", "psp-3", longAgo, "posted");
        ours.isToldOnly("sale-hhhh3");
        vipps.captured("sale-hhhh3-1", "psp-3", 5000, longAgo.toString());

        reconcile(Scope.ALL);

        assertThat(all())
                .extracting(
                        one -> one.finding().kind().code() + " " + one.finding().reference())
                .containsExactly("foreign-payment sale-hhhh1-1");
    }

    @Test
    void a_run_of_one_time_calls_nothing_gone_that_it_did_not_see() {
        ours.sale("sale-ffff1", null, longAgo, "posted");
        vipps.pays("sale-ffff1-1", "psp-1", false, longAgo.toString());
        reconcile(Scope.ALL);
        assertThat(codes("open")).containsExactly("reserved-and-forgotten");

        ours.forget("sale-ffff1");
        var young = new Scope(
                Optional.of("123456"), Optional.of(Instant.now().minus(Duration.ofDays(1))), Optional.empty());
        Run run = reconcile(young);

        assertThat(run.gone()).isZero();
        assertThat(codes("open")).containsExactly("reserved-and-forgotten");
    }

    @Test
    void one_run_at_a_time_in_all_processes_and_a_run_that_was_cut_off_is_called_failed() throws Exception {
        UUID cutOff = UUID.randomUUID();
        try (var other = DriverManager.getConnection(direct)) {
            other.setAutoCommit(false);
            assertThat(RunRows.lock(other)).isTrue();
            RunRows.begin(other, cutOff, Scope.ALL, "somebody", Instant.now());
            assertThat(reconciler.start(Scope.ALL, "test")).isEmpty();
            other.commit();
        }

        reconcile(Scope.ALL);

        Run before =
                transactions.run(connection -> RunRows.find(connection, cutOff)).orElseThrow();
        assertThat(before.state()).isEqualTo("failed");
        assertThat(before.failure()).contains("its process ended");
    }

    private Run reconcile(Scope scope) {
        UUID id = reconciler.start(scope, "test").orElseThrow();
        Eventually.holds("the run has ended", () -> run(id).finishedAt().isPresent());
        Run run = run(id);
        assertThat(run.state()).as("%s", run.failure()).isEqualTo("done");
        Eventually.holds("the lock is free", this::isFree);
        return run;
    }

    /** The run's last row is committed a moment before its lock is given back. */
    private boolean isFree() {
        return transactions.run(RunRows::lock);
    }

    private Run run(UUID id) {
        return transactions.run(connection -> RunRows.find(connection, id)).orElseThrow();
    }

    private boolean explain(UUID id, String why) {
        return transactions.run(connection -> FindingRows.explain(connection, id, "kari", why, Instant.now()));
    }

    private List<Stored> all() {
        return found(Optional.empty());
    }

    private List<String> codes(String state) {
        return found(Optional.of(state)).stream()
                .map(one -> one.finding().kind())
                .map(FindingKind::code)
                .toList();
    }

    private List<Stored> found(Optional<String> state) {
        var query = new FindingQuery(state, Optional.empty(), Optional.empty(), Optional.empty(), 100);
        return transactions.run(query::read);
    }
}
