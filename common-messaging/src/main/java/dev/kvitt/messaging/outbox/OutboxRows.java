package dev.kvitt.messaging.outbox;

import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outbox in SQL. */
final class OutboxRows {

    /** How many are sent before they are deleted: more saves statements, fewer repeats less after a crash. */
    static final int BATCH = 500;

    /** How many bytes are in hand when no further row is taken up: 500 of the largest would not fit into memory. */
    static final int BATCH_BYTES = 8 * 1024 * 1024;

    private OutboxRows() {}

    record OutboxRow(long id, String topic, String key, Map<String, String> headers, byte[] value) {}

    /** The oldest that are committed. Ids are drawn under the entity's lock, so none of one entity is skipped. */
    static List<OutboxRow> first(Connection connection, Set<String> withoutTopics) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select id, topic, key, headers, value from (
                    select *, sum(octet_length(value)) over (order by id) - octet_length(value) as before
                    from (select * from outbox where topic <> all (?) order by id limit %d) oldest) counted
                where before < %d order by id"""
                        .formatted(BATCH, BATCH_BYTES))) {
            select.setArray(1, SqlArrays.column(connection, "text", withoutTopics, topic -> topic));
            var rows = select.executeQuery();
            var found = new ArrayList<OutboxRow>();
            while (rows.next()) {
                found.add(new OutboxRow(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        Json.strings(rows.getString(4)),
                        rows.getBytes(5)));
            }
            return found;
        }
    }

    static void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (var delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(1, SqlArrays.column(connection, "bigint", rows, OutboxRow::id));
            delete.executeUpdate();
        }
    }
}
