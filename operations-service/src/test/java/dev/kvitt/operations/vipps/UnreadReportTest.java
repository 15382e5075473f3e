package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.store.reconcile.ReportState;
import dev.kvitt.operations.store.reconcile.ReportState.ReadList;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that cannot be read is not taken for one that agrees. */
@OperationsTest
class UnreadReportTest {
    private final Instant longAgo = Instant.now().minus(Duration.ofDays(3));

    @Inject
    Reconciling reconciling;

    @Inject
    OurLedger ours;

    @Inject
    Transactions transactions;

    @Inject
    Tables tables;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    private FakeVipps vipps;

    @BeforeEach
    void start() throws IOException {
        ours.clear();
        vipps = new FakeVipps(vippsAt);
    }

    @AfterEach
    void stop() {
        vipps.close();
        ours.clear();
    }

    @Test
    void a_run_says_of_every_list_how_far_it_was_read() {
        Run read = reconciling.run(Map.of());
        assertThat(lists(read)).hasSize(2).allMatch(list -> list.isReadBy(read.startedAt()));

        vipps.noFees = true;
        Run behind = reconciling.run(Map.of());
        assertThat(lists(behind)).extracting(ReadList::topic).containsExactly("FUNDS", "FEES");
        assertThat(lists(behind))
                .extracting(list -> list.isReadBy(behind.startedAt()))
                .containsExactly(true, false);
        assertThat(lists(behind).getLast().readTo()).isPresent();
    }

    @Test
    void a_sales_unit_without_any_ledger_is_told_and_what_needs_no_report_is_not() {
        vipps.hasReport = false;
        Run run = reconciling.run(Map.of());
        assertThat(lists(run)).singleElement().satisfies(list -> {
            assertThat(list.msn()).isEqualTo("123456");
            assertThat(list.ledger()).isEmpty();
            assertThat(list.isReadBy(run.startedAt())).isFalse();
        });

        vipps.asked.clear();
        assertThat(lists(reconciling.run(Map.of("report", "false")))).isEmpty();
        assertThat(vipps.asked("/ledgers")).isZero();
    }

    @Test
    void nothing_that_was_missed_in_the_report_is_gone_while_it_cannot_be_read() {
        ours.sale("sale-mmmm1", "psp-1", longAgo, "posted");
        vipps.pays("sale-mmmm1-1", "psp-1", true, longAgo.toString());
        reconciling.run(Map.of());
        assertThat(reconciling.codes("open")).containsExactly("capture-missing-in-report");

        // Vipps settles in another ledger from now on, and that one does not answer.
        vipps.ledger = "302322";
        vipps.noFunds = true;
        assertThat(reconciling.run(Map.of()).gone()).isZero();
        assertThat(reconciling.codes("open")).containsExactly("capture-missing-in-report");

        vipps.noFunds = false;
        vipps.captured("sale-mmmm1-1", "psp-1", 5000, longAgo.toString());
        assertThat(reconciling.run(Map.of()).gone()).isOne();
    }

    @Test
    void the_age_of_the_oldest_list_is_measured() {
        assertThat(readTo()).as("where none is to be read yet").isEmpty();
        reconciling.run(Map.of());
        assertThat(readTo()).hasValueSatisfying(at -> assertThat(at).isAfter(longAgo));

        tables.run("update report_feed set read_to = '2026-01-02T03:04:05Z' where topic = 'FEES'");
        assertThat(readTo()).contains(Instant.parse("2026-01-02T03:04:05Z"));

        tables.run("update report_feed set read_to = null, since = '2026-01-01T00:00:00Z' where topic = 'FUNDS'");
        assertThat(readTo()).contains(Instant.parse("2026-01-01T00:00:00Z"));

        tables.run("delete from report_feed", "update report_unit set since = '2025-12-31T00:00:00Z'");
        assertThat(readTo()).contains(Instant.parse("2025-12-31T00:00:00Z"));
        assertThat(meters.get("kvitt.reconciliation.report.read.timestamp.seconds")
                        .gauge()
                        .value())
                .isPositive();
    }

    private Optional<Instant> readTo() {
        return transactions.run(ReportState::readTo);
    }

    private List<ReadList> lists(Run run) {
        return transactions
                .run(connection -> ReportState.of(connection, List.of(run.id())))
                .getOrDefault(run.id(), List.of());
    }
}
