package dev.kvitt.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.replay.Replay.NotApplied;
import dev.kvitt.messaging.replay.Replay.Sum;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Crashing;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.Sale;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class ReplayTest extends ReplayingTest {

    private static final Logger LOG = Logger.getLogger(ReplayTest.class);
    private static final int HALTED = 137;
    /** With two messages each, more than one batch. */
    private static final int SALES = 60;

    @Test
    void what_was_forgotten_is_counted_by_a_dry_run_and_applied_by_a_real_one() {
        start();
        for (var n = 1; n <= 3; n++) {
            says(n, "r1", "r2");
        }
        applied(1, 2, 3);
        forget(sale(2));

        var dry = done(dryRun(""));
        assertThat(dry.notApplied()).isEqualTo(new NotApplied(2, 1, List.of(new Sum(3000, "NOK"))));
        assertThat(dry.applied()).isZero();
        assertThat(dry.read()).isEqualTo(dry.toRead()).isPositive();
        assertThat(database.history(sale(2).key())).isEmpty();

        var real = done(real("", 500));
        assertThat(real.applied()).isEqualTo(2);
        assertThat(real.notApplied()).isEqualTo(dry.notApplied());
        assertThat(database.history(sale(2).key())).containsExactly("r1", "r2");
        assertThat(database.history(sale(1).key())).containsExactly("r1", "r2");
        assertThat(done(dryRun("")).notApplied()).isEqualTo(NOTHING);
    }

    @Test
    void only_the_wanted_sale_or_sales_unit_is_read_again() {
        start();
        says(1, "r1");
        says(2, "r1");
        applied(1, 2);
        forget(sale(1));
        forget(sale(2));

        assertThat(done(real("1234", 500)).applied()).isZero();
        assertThat(done(real(sale(2).key(), 500)).applied()).isEqualTo(1);
        assertThat(database.history(sale(1).key())).isEmpty();
        assertThat(done(real(msn.value(), 500)).applied()).isEqualTo(1);
        happened(sale(1), "r1");
    }

    /** The seed of a mix that failed is in the log. */
    @Test
    void a_replay_of_everything_that_was_read_changes_no_row_but_its_own() {
        var seed = Long.getLong("seed", CLOCK.millis());
        LOG.infof("seed %d", seed);
        handler.on("poison", (entity, effects) -> {
                    throw new IllegalStateException("a bug");
                })
                .on(
                        "r3",
                        (entity, effects) ->
                                effects.timerAfterLog("far", effects.now().plus(Duration.ofDays(1))));
        start();
        mix(new Random(seed));
        readToTheEnd();
        nothingLeftToSend();
        var before = rows();
        var ends = ends();
        var quarantined = quarantined();
        assertThat(quarantined).isNotEmpty();
        assertThat(database.number("select count(*) from parked")).isPositive();

        var real = done(real("", 500));
        assertThat(real.notApplied()).as("seed %d", seed).isEqualTo(NOTHING);
        assertThat(real.read()).isGreaterThan(50);
        assertThat(rows()).as("seed %d", seed).isEqualTo(before);
        assertThat(ends()).isEqualTo(ends);
        assertThat(quarantined()).containsExactlyInAnyOrderElementsOf(quarantined);
    }

    @Test
    void a_process_that_dies_in_the_middle_is_followed_by_another_that_goes_on_where_it_stood() throws Exception {
        Crashing.createCalls(database);
        var first = start(Crashing.handler(msn, () -> true), Crashing.runner(database), Map.of());
        for (var n = 1; n <= SALES; n++) {
            says(n, "r3", "r4");
        }
        applied(1, SALES);
        readToTheEnd();
        first.close();
        for (var n = 1; n <= SALES; n++) {
            forget(sale(n));
        }
        var id = real("", 500);
        for (var place : List.of("inbox.before-commit", "inbox.after-commit")) {
            var child = Crashing.start(database, msn, service, place);
            try {
                assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(child.exitValue()).isEqualTo(HALTED);
            } finally {
                child.destroyForcibly();
            }
            assertThat(find(id).state()).isEqualTo("running");
            leaseIsOver();
        }
        start(Crashing.handler(msn, () -> true), Crashing.runner(database), Map.of("group.id", service + "-2"));

        var done = done(id);
        assertThat(done.applied()).isEqualTo(2 * SALES);
        assertThat(done.notApplied())
                .isEqualTo(new NotApplied(2 * SALES, SALES, List.of(new Sum(SALES * 3000L, "NOK"))));
        for (var n = 1; n <= SALES; n++) {
            happened(sale(n), "r3", "r4");
        }
    }

    @Test
    void what_comes_live_meanwhile_is_applied_once_and_waits_for_nobody() {
        start();
        start();
        for (var n = 1; n <= 10; n++) {
            says(n, "r1", "r2");
        }
        applied(1, 10);
        for (var n = 3; n <= 10; n++) {
            forget(sale(n));
        }
        var id = real(msn.value(), 2);
        for (var n = 1; n <= 10; n++) {
            says(n, "r3");
        }
        happened(sale(1), "r1", "r2", "r3");
        assertThat(find(id).state()).as("live news did not wait for the replay").isEqualTo("running");

        done(id);
        happened(sale(2), "r1", "r2", "r3");
        for (var n = 3; n <= 10; n++) {
            assertThat(database.history(sale(n).key())).containsExactlyInAnyOrder("r1", "r2", "r3");
        }
    }

    @Test
    void a_replay_can_be_stopped_and_goes_on_from_there() {
        start();
        for (var n = 1; n <= 15; n++) {
            says(n, "r1", "r2");
        }
        applied(1, 15);
        for (var n = 1; n <= 15; n++) {
            forget(sale(n));
        }
        var id = real(msn.value(), 5);
        Eventually.isTrue("something is read", () -> find(id).read() > 0);
        assertThat((boolean) in(connection -> ReplayRows.stop(connection, id))).isTrue();
        var stopped = find(id);
        assertThat(stopped.state()).isEqualTo("stopped");
        Eventually.stays(
                Duration.ofMillis(1500), () -> assertThat(find(id).read()).isEqualTo(stopped.read()));

        database.execute("update replay set rate = 500");
        assertThat((boolean) in(connection -> ReplayRows.resume(connection, id)))
                .isTrue();
        assertThat(done(id).read()).isEqualTo(stopped.toRead());
        happened(sale(15), "r1", "r2");
    }

    @Test
    void one_at_a_time() {
        start().close();
        dryRun("");
        var second = replay("", null, 500);
        assertThat((boolean) in(connection -> ReplayRows.insert(connection, second)))
                .isFalse();
    }

    @Test
    void of_two_that_are_resumed_at_once_one_goes_on() throws Exception {
        var one = stopped();
        var other = stopped();
        CompletableFuture<Boolean> second;
        try (var first = database.admin()) {
            first.setAutoCommit(false);
            assertThat(ReplayRows.resume(first, one)).isTrue();
            second = CompletableFuture.supplyAsync(() -> in(connection -> ReplayRows.resume(connection, other)));
            Eventually.isTrue(
                    "it waits",
                    () -> database.number("select count(*) from pg_stat_activity"
                                    + " where datname = current_database() and wait_event_type = 'Lock'")
                            == 1);
            first.commit();
        }
        assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(find(other).state()).isEqualTo("stopped");
    }

    private UUID stopped() {
        var id = dryRun("");
        assertThat((boolean) in(connection -> ReplayRows.stop(connection, id))).isTrue();
        return id;
    }

    @Test
    void nothing_is_read_again_that_was_not_read_before() {
        var live = start();
        says(1, "r1");
        applied(1);
        live.close();
        says(1, "r2");
        forget(sale(1));
        var replayer = Replica.replayer(service, database, handler);
        replayer.start();
        try {
            assertThat(done(real("", 500)).applied()).isEqualTo(1);
        } finally {
            replayer.close();
        }
        assertThat(database.history(sale(1).key())).containsExactly("r1");
    }

    /** Its confirmation may be among what is still to be read again. */
    @Test
    void what_gives_a_sale_up_waits_for_the_end_of_its_replay_and_an_hour_at_most() {
        handler.on("r1", (entity, effects) -> effects.timerAfterLog("late", effects.now()));
        var live = start();
        says(1, "r1");
        happened(sale(1), "r1", "timer:late");
        readToTheEnd();
        live.close();
        forget(sale(1));
        var id = real("", 500);
        var replayer = Replica.replayer(service, database, handler);
        replayer.start();
        done(id);
        replayer.close();
        database.execute("update replay set state = 'running', owner = gen_random_uuid(),"
                + " leased_until = clock_timestamp() + interval '1 hour' where not dry_run");
        start();
        says(2, "r1");
        happened(sale(2), "r1", "timer:late");
        assertThat(database.history(sale(1).key())).containsExactly("r1");

        database.execute("update replay set started_at = clock_timestamp() - interval '61 minutes'");
        happened(sale(1), "r1", "timer:late");
    }

    @Test
    void what_fails_when_it_is_read_again_parks_its_sale_and_nobody_elses() {
        start();
        says(1, "r1");
        says(2, "r1", "r2");
        applied(1, 2);
        forget(sale(1));
        forget(sale(2));
        handler.on("r2", (entity, effects) -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(done(real("", 500)).applied()).isEqualTo(3);
        assertThat(database.history(sale(1).key())).containsExactly("r1");
        assertThat(database.parked(sale(2).key())).isTrue();
        assertThat(database.parked(sale(1).key())).isFalse();
    }

    /** Whoever was told no may have asked in another way since: to do both would pay twice. */
    @Test
    void what_was_refused_because_nobody_could_read_it_is_not_applied_when_an_upgrade_can() {
        handler.readsNothing(true);
        start();
        says(1, "refused");
        says(2, "refused");
        Eventually.see(() -> assertThat(handler.refused()).hasSize(2));
        readToTheEnd();
        handler.readsNothing(false);
        says(1, "in-another-way");
        happened(sale(1), "in-another-way");
        readToTheEnd();

        assertThat(done(dryRun("")).notApplied()).isEqualTo(NOTHING);
        assertThat(done(real("", 500)).applied()).isZero();
        happened(sale(1), "in-another-way");
        assertThat(database.history(sale(2).key())).isEmpty();
    }

    private void mix(Random random) {
        for (var step = 0; step < 200; step++) {
            var sale = sale(1 + random.nextInt(8));
            var request = "r" + (1 + random.nextInt(6));
            switch (random.nextInt(12)) {
                case 0 -> Broker.send(sale.confirmed("poison"));
                case 1 -> Broker.send(sale.cancelled(request));
                case 2 -> Broker.send(sale.unpark("u" + random.nextInt(3)));
                case 3 ->
                    Broker.send(
                            Topics.POS_SALES,
                            sale.key(),
                            EventCodec.headers(sale.confirmed(request)),
                            "{\"amount\":1.5}".getBytes(StandardCharsets.UTF_8));
                case 4 ->
                    Broker.send(
                            Topics.POS_SALES,
                            sale.key(),
                            unknown(sale, request),
                            "{}".getBytes(StandardCharsets.UTF_8));
                default -> Broker.send(sale.confirmed(request));
            }
        }
        says(9, "poison", "r1");
    }

    private static Map<String, String> unknown(Sale sale, String request) {
        var headers = EventCodec.headers(sale.confirmed(request));
        headers.put("ce_type", "kvitt.sale.from-the-future.v9");
        return headers;
    }

    /** All rows but those of replays and of how far in time the log was read. */
    private List<String> rows() {
        var all = new ArrayList<String>();
        for (var table : List.of("entity", "outbox", "timer", "task", "parked")) {
            all.addAll(database.column("select '%s' || t::text from %s t order by 1".formatted(table, table)));
        }
        return all;
    }

    private Map<?, ?> ends() {
        return Broker.ends(Stream.concat(Recorder.READ.stream(), Stream.of(Topics.RECEIPT_EVENTS))
                .toList());
    }
}
