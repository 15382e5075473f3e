package dev.kvitt.operations.store;

import dev.kvitt.events.Quarantined;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** What the services put into quarantine. */
public final class QuarantinedRows {

    /** Said again with another time, the earliest is kept. */
    private static final String EARLIEST =
            """
             on conflict (service, topic, partition, "offset") do update
                set reason = excluded.reason, at = excluded.at, body = excluded.body where excluded.at < q.at""";

    private QuarantinedRows() {}

    /** @param at when it was put there, by the service's clock */
    public record Row(Quarantined what, Instant at) {}

    public static void insert(Connection connection, Collection<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(
                """
                insert into quarantined as q (service, topic, partition, "offset", reason, at, body)
                select distinct on (1, 2, 3, 4) * from
                    unnest(?, ?, ?, ?, ?, ?, ?) as v (service, topic, partition, "offset", reason, at, body)
                order by 1, 2, 3, 4, at
                """
                        + EARLIEST)) {
            new Columns<>(connection, statement, rows)
                    .text(row -> row.what.service())
                    .text(row -> row.what.topic())
                    .number(row -> (long) row.what.partition())
                    .number(row -> row.what.offset())
                    .text(row -> row.what.reason())
                    .time(Row::at)
                    .text(row ->
                            row.what.body() == null ? null : row.what.body().jwe())
                    .write();
        }
    }

    /** What another ledger has. */
    static void carry(Connection connection, String ledger) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into quarantined as q select * from " + ledger + ".quarantined " + EARLIEST);
        }
    }
}
