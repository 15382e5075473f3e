package dev.kvitt.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskRowsTest {

    private static final int MANY = 300;
    private static final int ROOM = 5;

    /** PostgreSQL chooses by what it believes about the table; a new or restored one leads it to a loop in a loop. */
    private static final String LOOPS_ONLY =
            "set enable_hashjoin = off; set enable_mergejoin = off; set enable_hashagg = off; set enable_sort = off; "
                    + "set enable_material = off; set enable_memoize = off";

    @Test
    void no_more_are_taken_up_than_there_is_room_for_whatever_way_PostgreSQL_chooses() throws SQLException {
        try (var database = TestDatabase.fresh();
                var connection = DriverManager.getConnection(database.database().directUrl());
                var statement = connection.createStatement()) {
            database.execute("insert into task (key, kind, body, not_before) "
                    + "select 'sale-' || n, 'call', '{}', now() - interval '1 hour' from generate_series(1, " + MANY
                    + ") n");
            statement.execute(LOOPS_ONLY);

            var claimed = TaskRows.claim(connection, Instant.now(), TaskLoop.LEASE, ROOM);

            assertThat(claimed).hasSize(ROOM);
            assertThat(database.number("select count(*) from task where tries > 0"))
                    .isEqualTo(ROOM);
        }
    }
}
