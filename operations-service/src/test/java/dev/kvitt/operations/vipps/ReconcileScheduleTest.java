package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.store.reconcile.Streams;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once an hour, past the first ten minutes, in one process. */
@OperationsTest
class ReconcileScheduleTest {
    private static final Instant HOUR = Instant.parse("2026-11-22T10:00:00Z");

    @Inject
    ReportReader report;

    @Inject
    Looking looking;

    @Inject
    Streams streams;

    @Inject
    Transactions transactions;

    @Inject
    DataSource dataSource;

    @Inject
    ReconcileConfig config;

    @Inject
    OurLedger ours;

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
    }

    @Test
    void the_next_one_is_in_the_next_hour_at_any_minute_but_the_first_ten() {
        var random = new Random(20261122);
        var minutes = new HashSet<Integer>();
        for (int n = 0; n < 10_000; n++) {
            Instant now = HOUR.plusSeconds(random.nextInt(3600));
            Instant next = ReconcileSchedule.next(now, random);
            assertThat(next)
                    .isBetween(
                            HOUR.plusSeconds(3600 + 11 * 60),
                            HOUR.plusSeconds(2 * 3600).minusMillis(1));
            minutes.add(next.atOffset(ZoneOffset.UTC).getMinute());
        }
        assertThat(minutes).hasSize(49);
    }

    @Test
    void of_two_processes_the_first_in_an_hour_reconciles() {
        assertThat(process("10:12").runIfDue()).isPresent();
        allEnded();
        assertThat(process("10:59").runIfDue()).isEmpty();
        assertThat(process("11:11").runIfDue()).isPresent();
        allEnded();
        assertThat(runs()).hasSize(2);
    }

    @Test
    void of_many_processes_at_the_same_moment_one_reconciles() throws Exception {
        vipps.gate = new CountDownLatch(1);
        int processes = 4;
        var together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(processes)) {
            List<Future<Optional<UUID>>> begun = Stream.generate(() -> process("10:30"))
                    .limit(processes)
                    .map(one -> threads.submit(() -> {
                        together.await();
                        return one.runIfDue();
                    }))
                    .toList();
            together.countDown();
            int ran = 0;
            for (var one : begun) {
                ran += one.get().isPresent() ? 1 : 0;
            }
            assertThat(ran).isOne();
        }
        vipps.gate.countDown();
        allEnded();
        assertThat(runs()).hasSize(1);
    }

    @Test
    void a_run_that_failed_or_of_one_sales_unit_only_is_made_good_by_another_process() {
        transactions.run(connection -> {
            RunRows.begin(connection, UUID.randomUUID(), Scope.ALL, "other", HOUR.plus(Duration.ofMinutes(12)));
            var unit = new Scope(Optional.of("123456"), Optional.empty(), Optional.empty());
            RunRows.begin(connection, UUID.randomUUID(), unit, "other", HOUR.plus(Duration.ofMinutes(13)));
            return null;
        });
        assertThat(process("10:40").runIfDue()).isPresent();
        allEnded();
    }

    @Test
    void a_machine_that_wakes_up_in_the_first_minutes_leaves_vipps_alone() {
        assertThat(process("10:10").runIfDue()).isEmpty();
        assertThat(runs()).isEmpty();
    }

    /** Another process of the service: it shares the database with the others and nothing else. */
    private ReconcileSchedule process(String time) {
        Instant now = Instant.parse("2026-11-22T" + time + ":00Z");
        var reconciler = new Reconciler(report, looking, streams, transactions, dataSource, config, () -> now);
        return new ReconcileSchedule(reconciler, transactions, config, () -> now);
    }

    private List<Run> runs() {
        return transactions.run(connection -> RunRows.newest(connection, 10));
    }

    private void allEnded() {
        Eventually.holds("all runs have ended", () -> runs().stream()
                .allMatch(run -> run.finishedAt().isPresent()));
        Eventually.holds("the lock is free", () -> transactions.run(RunRows::lock));
    }
}
