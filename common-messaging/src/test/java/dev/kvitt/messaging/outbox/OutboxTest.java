package dev.kvitt.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.support.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxTest extends ServiceTest {

    @Test
    void another_takes_over_when_the_leader_loses_its_connection_and_the_order_is_kept() throws Exception {
        start();
        start();
        Eventually.isTrue("one leads", () -> leaders() == 1);
        for (var n = 1; n <= 200; n++) {
            Broker.send(sale(n % 4).confirmed("r" + n));
            if (n % 50 == 0) {
                cutLeader();
            }
        }

        Eventually.see(
                () -> assertThat(database.number("select coalesce(sum(jsonb_array_length(state)), 0) from entity"))
                        .isEqualTo(200));
        nothingLeftToSend();
        allToldInOrder(each(0, 3, 50));
        Eventually.isTrue("one leads", () -> leaders() == 1);
    }

    @Test
    void while_one_leads_the_other_sends_nothing_so_nothing_is_told_twice() throws Exception {
        start();
        start();
        Eventually.isTrue("one leads", () -> leaders() == 1);
        for (var n = 1; n <= 40; n++) {
            Broker.send(sale(n % 4).confirmed("r" + n));
        }

        Eventually.see(
                () -> assertThat(database.number("select coalesce(sum(jsonb_array_length(state)), 0) from entity"))
                        .isEqualTo(40));
        nothingLeftToSend();
        for (var each = 0; each < 4; each++) {
            assertThat(told(sale(each))).hasSize(10).isSorted();
        }
    }

    @Test
    void a_waiting_relay_leaves_no_transaction_open() throws Exception {
        start();
        start();
        Eventually.isTrue("one leads", () -> leaders() == 1);
        Eventually.stays(
                Duration.ofSeconds(2), () -> assertThat(openTransactions()).isZero());
    }

    @Test
    void while_the_broker_is_away_no_transaction_is_open_nothing_is_lost_and_a_stop_does_not_hang() throws Exception {
        var nobody = new HashMap<String, Object>(Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", "1000"));
        Broker.send(sale(1).confirmed("r1"));
        try (var database = TestDatabase.fresh()) {
            database.execute(
                    """
                    insert into outbox (topic, key, headers, value)
                    values ('receipt.events', '100000/sale-1', '{}', '{}'::text::bytea)""");
            var relay = new OutboxRelay(database.database().directUrl(), nobody);
            relay.start();
            try {
                Eventually.isTrue("it leads", () -> leaders(database) == 1);
                Eventually.stays(Duration.ofSeconds(2), () -> assertThat(openTransactions(database))
                        .isZero());
                assertThat(relay.alive(Replica.STUCK_AFTER)).isTrue();
            } finally {
                var before = System.nanoTime();
                relay.close();
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            }
            assertThat(database.number("select count(*) from outbox")).isEqualTo(1);
        }
    }

    @Test
    void a_relay_that_is_stopped_sends_what_is_left_first() {
        handler.on("r1", (entity, effects) -> {
            for (var n = 0; n < 3 * OutboxRows.BATCH; n++) {
                dev.kvitt.messaging.support.History.add(entity, effects, "n" + n);
            }
        });
        Broker.send(sale(1).confirmed("r1"));
        try (var replica = start()) {
            Eventually.isTrue("applied", () -> !database.history(sale(1).key()).isEmpty());
            assertThat(replica.alive()).isTrue();
        }
        assertThat(database.number("select count(*) from outbox")).isZero();
        allToldInOrder(sale(1), 3 * OutboxRows.BATCH + 1);
    }

    @Test
    void nobodys_sale_waits_for_a_quarantine_that_cannot_be_written_to() {
        database.execute(
                """
                insert into outbox (topic, key, headers, value)
                select 'quarantine', '', '{}', convert_to(repeat('x', 1200000), 'UTF8') from generate_series(1, 2)""");
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1");
        Eventually.see(() -> assertThat(told(sale(1))).containsExactly(1L));
        // Kafka has a row before it is deleted.
        Eventually.see(() ->
                assertThat(database.column("select topic from outbox")).containsExactly("quarantine", "quarantine"));
    }

    /** As when a service is new and its right to write there is not: too large for the broker stands for every refusal. */
    @Test
    void what_was_decided_is_told_while_what_tills_ask_for_over_http_cannot_be_written_and_that_keeps_its_order() {
        database.execute(
                """
                insert into outbox (topic, key, headers, value)
                select 'pos.http', '100000/sale-1', '{}', convert_to(repeat('x', n), 'UTF8')
                from (values (1200000), (10)) v (n)""");
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1");
        Eventually.see(() -> assertThat(told(sale(1))).containsExactly(1L));
        // Kafka has a row before it is deleted.
        Eventually.see(
                () -> assertThat(database.column("select topic from outbox")).containsExactly("pos.http", "pos.http"));

        // Timers wait for it, so it is tried again long before what nobody waits for.
        database.execute("update outbox set value = convert_to('x', 'UTF8') where length(value) > 10");
        nothingLeftToSend();
    }

    @Test
    void of_the_largest_rows_only_so_many_are_in_hand_as_fit_into_memory() throws Exception {
        database.execute(
                """
                insert into outbox (topic, key, headers, value)
                select 'receipt.events', '100000/sale-1', '{}', convert_to(repeat('x', 500000), 'UTF8')
                from generate_series(1, 40)""");
        try (var connection = DriverManager.getConnection(database.database().directUrl())) {
            var first = OutboxRows.first(connection, Set.of());
            assertThat(first)
                    .extracting(OutboxRows.OutboxRow::id)
                    .isEqualTo(LongStream.rangeClosed(1, first.size()).boxed().toList());
            assertThat(first).hasSize(OutboxRows.BATCH_BYTES / 500_000 + 1);
        }
    }

    @Test
    void both_ends_of_the_leaders_connection_notice_when_the_other_is_gone() throws Exception {
        try (var connection = LeaderConnection.open(database.database().directUrl());
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select current_setting('tcp_keepalives_idle')::int * 1000 "
                        + "+ current_setting('tcp_keepalives_interval')::int"
                        + " * current_setting('tcp_keepalives_count')::int * 1000")) {
            rows.next();
            assertThat(rows.getInt(1))
                    .as("ms until a silent leader is given up")
                    .isEqualTo(25_000);
            assertThat(connection.getNetworkTimeout()).isEqualTo(LeaderConnection.ANSWER_LIMIT_SECONDS * 1000);
        }
    }

    private void cutLeader() throws SQLException {
        try (var admin = database.admin();
                var sql = admin.createStatement()) {
            sql.execute(
                    """
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and granted
                        and database = (select oid from pg_database where datname = current_database())""");
        }
    }

    private long leaders() throws SQLException {
        return leaders(database);
    }

    private static long leaders(TestDatabase database) throws SQLException {
        return asAdmin(
                database,
                """
                select count(*) from pg_locks where locktype = 'advisory' and granted
                    and database = (select oid from pg_database where datname = current_database())""");
    }

    private long openTransactions() throws SQLException {
        return openTransactions(database);
    }

    /** Of relays, that do nothing but wait inside a transaction. */
    private static long openTransactions(TestDatabase database) throws SQLException {
        return asAdmin(
                database,
                """
                select count(*) from pg_stat_activity where datname = current_database()
                    and application_name = 'kvitt-outbox' and state like 'idle in transaction%'
                    and state_change < clock_timestamp() - interval '500 ms'""");
    }

    private static long asAdmin(TestDatabase database, String query) throws SQLException {
        try (var admin = database.admin();
                var sql = admin.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
