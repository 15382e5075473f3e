package dev.kvitt.operations.store;

import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.operations.domain.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Messages as rows. */
public final class MessageRows {

    private static final Comparator<Message> PLACE =
            Comparator.comparingInt(Message::partition).thenComparingLong(Message::offset);

    private MessageRows() {}

    /**
     * Of a message that stands in Kafka more than once, the first is kept, whichever comes here first: by partition, then by
     * offset.
     */
    public static void insert(Connection connection, Collection<Message> messages) throws SQLException {
        var rows = firstOfEach(messages);
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                """
                insert into message as m (key, topic, event_id, type, "time", source, partition, "offset", traceparent,
                    headers, body, unreadable)
                select key, topic, event_id, type, "time"::timestamptz, source, partition, "offset", traceparent,
                    headers::json, body, unreadable
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v (key, topic, event_id, type, "time", source, partition,
                    "offset", traceparent, headers, body, unreadable)
                on conflict (key, topic, event_id) do update set
                    type = excluded.type, "time" = excluded."time", source = excluded.source,
                    partition = excluded.partition, "offset" = excluded."offset", traceparent = excluded.traceparent,
                    headers = excluded.headers, body = excluded.body, unreadable = excluded.unreadable
                where (excluded.partition, excluded."offset") < (m.partition, m."offset")""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", rows, Message::key));
            insert.setArray(2, SqlArrays.column(connection, "text", rows, Message::topic));
            insert.setArray(3, SqlArrays.column(connection, "uuid", rows, Message::eventId));
            insert.setArray(4, SqlArrays.column(connection, "text", rows, Message::type));
            insert.setArray(5, SqlArrays.column(connection, "text", rows, each -> each.time()
                    .toString()));
            insert.setArray(6, SqlArrays.column(connection, "text", rows, Message::source));
            insert.setArray(7, SqlArrays.column(connection, "integer", rows, Message::partition));
            insert.setArray(8, SqlArrays.column(connection, "bigint", rows, Message::offset));
            insert.setArray(9, SqlArrays.column(connection, "text", rows, Message::traceparent));
            insert.setArray(10, SqlArrays.column(connection, "text", rows, each -> Json.write(each.headers())));
            insert.setArray(11, connection.createArrayOf("bytea", bodies(rows)));
            insert.setArray(12, SqlArrays.column(connection, "text", rows, Message::unreadable));
            insert.executeUpdate();
        }
    }

    /** The driver takes byte arrays in an array of their own type only. */
    private static byte[][] bodies(Collection<Message> rows) {
        return rows.stream().map(Message::body).toArray(byte[][]::new);
    }

    /** In the order of their keys, so that two processes never wait for each other. */
    private static Collection<Message> firstOfEach(Collection<Message> messages) {
        var first = new TreeMap<String, Message>();
        messages.forEach(message -> first.merge(
                message.key() + " " + message.topic() + " " + message.eventId(), message, BinaryOperator.minBy(PLACE)));
        return first.values();
    }
}
