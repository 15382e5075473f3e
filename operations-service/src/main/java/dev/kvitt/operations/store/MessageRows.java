package dev.kvitt.operations.store;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Json;
import dev.kvitt.operations.domain.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** Messages as rows. */
public final class MessageRows {

    private static final String SELECT = "select * from message";
    /** As {@link dev.kvitt.operations.domain.SaleStory#isToldBy}, which has the last word. */
    private static final String OF_SALES = "topic <> '" + Topics.VIPPS_CHECKINS + "' and key ~ '^[0-9]{4,7}/'";

    private static final Comparator<Message> PLACE =
            Comparator.comparingInt(Message::partition).thenComparingLong(Message::offset);

    static final String FIRST_IS_KEPT =
            """
            on conflict (key, topic, event_id) do update set
                type = excluded.type, "time" = excluded."time", source = excluded.source,
                partition = excluded.partition, "offset" = excluded."offset", traceparent = excluded.traceparent,
                headers = excluded.headers, body = excluded.body, unreadable = excluded.unreadable
            where (excluded.partition, excluded."offset") < (m.partition, m."offset")""";

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
                """
                        + FIRST_IS_KEPT)) {
            new Columns<>(connection, insert, rows)
                    .text(Message::key)
                    .text(Message::topic)
                    .column("uuid", Message::eventId)
                    .text(Message::type)
                    .text(Message::time)
                    .text(Message::source)
                    .number(Message::partition)
                    .number(Message::offset)
                    .text(Message::traceparent)
                    .text(each -> Json.write(each.headers()))
                    .bytes(Message::body)
                    .text(Message::unreadable)
                    .write();
        }
    }

    /** All messages of these keys. */
    static List<Message> of(Connection connection, Collection<String> keys) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where key = any (?) order by key, topic, event_id")) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            return read(select.executeQuery());
        }
    }

    static Optional<Message> one(Connection connection, String key, String topic, UUID eventId) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where key = ? and topic = ? and event_id = ?")) {
            select.setString(1, key);
            select.setString(2, topic);
            select.setObject(3, eventId);
            return read(select.executeQuery()).stream().findFirst();
        }
    }

    /** Those of them that tell of a sale. */
    static List<Message> ofSales(Connection connection, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (var select = connection.prepareStatement(
                SELECT + " where key = any (?) and " + OF_SALES + " order by key, topic, event_id")) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            return read(select.executeQuery());
        }
    }

    /**
     * For the rest of the transaction. Nobody has counted the rows of a ledger that was just filled: the planner would read and sort
     * all of it for each chunk.
     */
    static void byIndex(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off; set local enable_sort = off");
        }
    }

    /** The next so many messages that tell of a sale, by key, the first of them behind this key. */
    static List<Message> behind(Connection connection, String key, int limit) throws SQLException {
        try (var select = connection.prepareStatement(
                SELECT + " where key > ? and " + OF_SALES + " order by key, topic, event_id limit ?")) {
            select.setString(1, key);
            select.setInt(2, limit);
            return read(select.executeQuery());
        }
    }

    /** Of one that is there: nothing of it counts any more. */
    static void replace(Connection connection, Message failed) throws SQLException {
        try (var update = connection.prepareStatement(
                "update message set body = null, unreadable = ? where key = ? and topic = ? and event_id = ?")) {
            update.setString(1, failed.unreadable());
            update.setString(2, failed.key());
            update.setString(3, failed.topic());
            update.setObject(4, failed.eventId());
            update.executeUpdate();
        }
    }

    private static List<Message> read(ResultSet rows) throws SQLException {
        var messages = new ArrayList<Message>();
        while (rows.next()) {
            messages.add(new Message(
                    rows.getString("key"),
                    rows.getString("topic"),
                    rows.getObject("event_id", UUID.class),
                    rows.getString("type"),
                    rows.getObject("time", OffsetDateTime.class).toInstant(),
                    rows.getString("source"),
                    rows.getInt("partition"),
                    rows.getLong("offset"),
                    rows.getString("traceparent"),
                    Json.strings(rows.getString("headers")),
                    rows.getBytes("body"),
                    rows.getString("unreadable")));
        }
        return messages;
    }

    /** In the order of their keys, so that two processes never wait for each other. */
    private static Collection<Message> firstOfEach(Collection<Message> messages) {
        var first = new TreeMap<String, Message>();
        messages.forEach(message -> first.merge(
                message.key() + " " + message.topic() + " " + message.eventId(), message, BinaryOperator.minBy(PLACE)));
        return first.values();
    }
}
