package dev.kvitt.operations.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.store.JdbcTransactions;
import dev.kvitt.operations.support.AnySale;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTestResource;
import dev.kvitt.operations.support.Tables;
import dev.kvitt.operations.support.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that is halted at any place leaves a ledger that the next one makes whole. */
class CrashTest {

    private static final int SALES = 30;
    private static final int HALTED = 137;
    private static final Duration LONG = TestParts.patience().multipliedBy(2);
    private static final String BEGIN =
            """
            insert into rebuild (id, state, target, asked_by, reason, started_at)
            select gen_random_uuid(), 'reading', 'ledger_b', 'test', 'test', now()""";

    private final OperationsTestResource settings = new OperationsTestResource();
    private final Topic topic = new Topic(TestParts.kafka().bootstrap());
    private String prefix;
    private String registry;
    private Database database;
    private Tables tables;

    @BeforeEach
    void begin() {
        registry = settings.start().get("kvitt.registry");
        database = TestParts.postgres().freshDatabase("operations");
        var source = Crashing.source(database);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/operations")
                .load()
                .migrate();
        tables = new Tables(new JdbcTransactions(source));
        topic.open();
        var seed = Long.getLong("ledger.seed", System.nanoTime());
        System.out.println("sales with -Dledger.seed=" + seed);
        var random = new Random(seed);
        prefix = "crash-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        for (var number = 0; number < SALES; number++) {
            topic.send(AnySale.of("123456", prefix + number, random));
        }
    }

    @AfterEach
    void end() {
        topic.close();
        settings.stop();
    }

    private void halts(String place) throws InterruptedException {
        var process = Crashing.start(database, registry, place);
        try {
            assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                    .as("halts at %s", place)
                    .isTrue();
            assertThat(process.exitValue()).as(place).isEqualTo(HALTED);
        } finally {
            process.destroyForcibly();
        }
        // What it had is another's in 30 seconds, or at once.
        tables.run("update rebuild set owned_until = now() where finished_at is null");
    }

    private boolean isRead(TopicPartition partition, long end) {
        var read = tables.texts("select next_offset from consumed_offset where topic = '" + partition.topic()
                + "' and partition = " + partition.partition());
        return !read.isEmpty() && Long.parseLong(read.getFirst()) >= end;
    }

    private void allIsReadAndBothLedgersAreTheSame() {
        Eventually.holds(LONG, "all is read", () -> topic.sent().entrySet().stream()
                .allMatch(sent -> isRead(sent.getKey(), sent.getValue())));
        Eventually.holds(LONG, "the rebuild is ready", () -> tables.texts("select state from rebuild")
                .equals(List.of("ready")));
        Eventually.holds(LONG, "both are the same", () -> tables.differences().isEmpty());
        assertThat(tables.texts("select count(*) from ledger_a.sale where sale_id like '" + prefix + "%'"))
                .isEqualTo(List.of(Integer.toString(SALES)));
        assertThat(tables.texts("select sum(amount) from ledger_a.entry")).containsExactly("0");
        assertThat(tables.texts("select failure from rebuild where failure is not null"))
                .isEmpty();
    }

    @Test
    void a_batch_that_was_not_committed_is_read_again_and_a_database_that_was_lost_is_made_anew() throws Exception {
        // This one is empty: whoever lost theirs begins just so.
        halts("ledger.before-commit");
        assertThat(tables.texts("select count(*) from ledger_a.message")).containsExactly("0");
        tables.run(BEGIN);
        var process = Crashing.start(database, registry, "");
        try {
            allIsReadAndBothLedgersAreTheSame();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_rebuild_goes_on_wherever_its_process_was_halted() throws Exception {
        tables.run(BEGIN);
        halts("rebuild.after-clear");
        halts("rebuild.after-read");
        halts("rebuild.after-fold");
        halts("rebuild.before-ready");
        var process = Crashing.start(database, registry, "");
        try {
            allIsReadAndBothLedgersAreTheSame();
        } finally {
            process.destroyForcibly();
        }
    }
}
