package dev.kvitt.capture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.local.test.Reading;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is still to be done at Vipps, counted in a transaction that sees nothing of what others do meanwhile and is taken back. */
@CaptureTest
class OpenOperationsTest {

    private static final Duration AHEAD = Duration.ofSeconds(10);

    @ConfigProperty(name = "kvitt.db.direct-url")
    String url;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void takeBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void what_is_new_what_is_unknown_since_when_and_which_payments_have_to_wait_is_counted() throws Exception {
        var before = now();
        insert("new", "status", "'NEW'");
        insert("sent", "status, recent_sends", "'NEW', array_fill(clock_timestamp(), array[5])");
        insert(
                "unknown",
                "status, in_doubt_since, reads_used_until",
                "'UNKNOWN', clock_timestamp() - interval '10 days', clock_timestamp() + interval '1 hour'");
        insert(
                "given-up",
                "status, in_doubt_since, skipped_at",
                "'UNKNOWN', clock_timestamp() - interval '20 days', clock_timestamp()");
        insert("done", "status, finished_at, reads_used_until", "'SUCCEEDED', now(), now() + interval '1 hour'");

        assertThat(now().fresh()).isEqualTo(before.fresh() + 2);
        assertThat(now().unknown()).isEqualTo(before.unknown() + 2);
        assertThat(now().waiting()).isEqualTo(before.waiting() + 2);
        assertThat(Duration.ofSeconds((long) now().inDoubtSeconds()).toDays()).isEqualTo(10);
    }

    @Test
    void operations_that_are_finished_are_not_even_looked_at_however_many_there_are() throws Exception {
        insert("open", "status", "'NEW'");
        execute(
                """
                insert into operation (msn, operation_id, reference, sale_key, kind, command, idempotency_key, issued_at,
                    seen_at, status, finished_at)
                select '123456', 'over-' || n, 'over-' || n, '123456/over', 'CAPTURE', '{}', gen_random_uuid(), now(),
                    now(), 'SUCCEEDED', now() from generate_series(1, 20000) n;
                analyze operation""");
        var open = now().fresh() + now().unknown();
        var before = Reading.of(connection, "operation");
        now();
        assertThat(Reading.of(connection, "operation").since(before)).isEqualTo(new Reading(0, open));
    }

    private OpenOperations now() throws SQLException {
        return OpenOperations.read(connection, AHEAD);
    }

    private void insert(String id, String columns, String values) throws SQLException {
        execute(
                """
                insert into operation (msn, operation_id, reference, sale_key, kind, command, idempotency_key, issued_at,
                    seen_at, %2$s)
                values ('123456', 'counted-%1$s', 'counted-%1$s', '123456/counted', 'CAPTURE', '{}', gen_random_uuid(), now(),
                    now(), %3$s)"""
                        .formatted(id, columns, values));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
