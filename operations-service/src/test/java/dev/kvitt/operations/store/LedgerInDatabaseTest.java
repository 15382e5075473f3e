package dev.kvitt.operations.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.store.JdbcTransactions;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.messaging.Crashing;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Tables;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger's statements, in a database that nobody else writes to. */
class LedgerInDatabaseTest {

    private static final String MSN = "123456";
    /** The common pool has a single thread on two cores, and all of these wait. */
    private static final Executor THREADS = Thread::startVirtualThread;

    private static final String CODE = MSN + "/code-at-the-door";

    private JdbcTransactions transactions;
    private Tables tables;
    private ByHand parts;
    private Rebuilds rebuilds;

    @BeforeEach
    void begin() {
        var source = Crashing.source(TestParts.postgres().freshDatabase("operations"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/operations")
                .load()
                .migrate();
        transactions = new JdbcTransactions(source);
        tables = new Tables(transactions);
        parts = ByHand.on(source);
        var clock = InstantSource.system();
        rebuilds = new Rebuilds(transactions, new NoAudit(transactions, clock), clock);
    }

    /** Nobody has logged in. */
    private static final class NoAudit extends Audit {
        NoAudit(Transactions transactions, InstantSource clock) {
            super(transactions, clock, null);
        }

        @Override
        public void add(
                Connection connection,
                String who,
                String what,
                String key,
                String reason,
                Map<String, String> details) {}
    }

    private static Message checkIn() {
        return new Message(
                CODE,
                "vipps.checkins",
                UUID.randomUUID(),
                "kvitt.vipps.checked-in.v1",
                Instant.parse("2026-11-21T10:00:00Z"),
                "kvitt/test",
                0,
                1,
                null,
                Map.of(),
                new byte[] {'{', '}'},
                null);
    }

    @Test
    void earlier_check_ins_at_a_code_are_not_read_again_with_each_new_one() {
        var sale = Stories.vending(MSN, "till-1-0001").messages();
        parts.ledger().write(connection -> {
            LedgerRows.insert(connection, List.of(checkIn()));
            LedgerRows.insert(connection, sale);
            return null;
        });
        // Whoever reads it fails.
        tables.run("update ledger_a.message set headers = '[]' where topic = 'vipps.checkins'");
        parts.ledger().write(connection -> {
            LedgerRows.fold(connection, List.of(checkIn()));
            LedgerRows.fold(connection, sale);
            assertThat(MessageRows.behind(connection, "", 1000)).hasSameSizeAs(sale);
            return null;
        });
        assertThat(tables.texts("select key from ledger_a.sale")).containsExactly(MSN + "/till-1-0001");
    }

    @Test
    void what_is_reserved_counts_by_attempt() {
        var key = MSN + "/till-1-0002";
        parts.ledger().write(connection -> {
            var messages = Stories.secondAttempt(MSN, "till-1-0002").messages();
            LedgerRows.insert(connection, messages);
            LedgerRows.fold(connection, messages);
            return null;
        });
        // Of the first, which nobody approved, Vipps shows all as cancelled.
        tables.run(
                "update ledger_a.payment set state = 'TERMINATED', cancelled = 4900 where attempt = 1",
                "update ledger_a.sale set cancelled = 4900");
        assertThat(new ReservedRows(parts.ledger()).of(List.of(key)))
                .containsEntry(key, new ReservedRows.Reserved(4900, "NOK"));
    }

    @Test
    void a_rebuild_that_begins_while_another_is_swapped_in_leaves_the_new_live_ledger_alone() throws Exception {
        var first = rebuilds.begin("test", "test").orElseThrow();
        tables.run("update rebuild set state = 'ready'");
        var held = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var holding = CompletableFuture.runAsync(
                () -> transactions.run(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("lock table consumed_offset in share mode");
                    }
                    held.countDown();
                    return await(go);
                }),
                THREADS);
        assertThat(await(held)).isTrue();
        // It has ended its row and stands before the offsets.
        var swap = CompletableFuture.supplyAsync(() -> rebuilds.swap(first.id(), "test", "test"), THREADS);
        waiting(1);
        var second = CompletableFuture.supplyAsync(() -> rebuilds.begin("test", "test"), THREADS);
        waiting(2);
        go.countDown();
        holding.get(1, TimeUnit.MINUTES);
        assertThat(swap.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.get(1, TimeUnit.MINUTES)).map(Rebuild::target).isEqualTo(Optional.of("ledger_a"));
        assertThat(tables.texts("select live from ledger_state")).containsExactly("ledger_b");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void waiting(int count) {
        Eventually.holds(
                count + " wait for a lock",
                () -> tables.texts(
                                        """
                                select pid from pg_stat_activity where datname = current_database()
                                    and wait_event_type = 'Lock'""")
                                .size()
                        == count);
    }

    @Test
    void no_step_of_a_rebuild_writes_to_the_live_ledger() {
        rebuilds.begin("test", "test");
        var rebuild = parts.steps().claim().orElseThrow();
        assertThat(parts.work().clear(rebuild)).isTrue();
        tables.run("update ledger_state set live = '" + rebuild.target() + "'");
        assertThatThrownBy(() -> parts.work().clear(rebuild)).isInstanceOf(StaleException.class);
    }
}
