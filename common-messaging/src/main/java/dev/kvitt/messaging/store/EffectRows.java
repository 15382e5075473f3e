package dev.kvitt.messaging.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** What comes of events in SQL: a fixed number of statements however many rows there are, but for what people hurry. */
final class EffectRows {

    private EffectRows() {}

    /** @return whether anything was written that somebody waits for */
    static boolean insert(Connection connection, Session session) throws SQLException {
        insertOutgoing(connection, session.outgoing());
        writeTimers(connection, session.timers());
        insertTasks(connection, session.tasks());
        hurry(connection, session.hurries());
        return !session.outgoing().isEmpty()
                || !session.hurries().isEmpty()
                || !session.timers().isEmpty()
                || !session.tasks().isEmpty();
    }

    static void insertOutgoing(Connection connection, List<Row.Outgoing> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                """
                insert into outbox (topic, key, headers, value)
                select topic, key, headers::json, value
                from unnest(?, ?, ?, ?) with ordinality as v (topic, key, headers, value, n) order by n""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", rows, Row.Outgoing::topic));
            insert.setArray(2, SqlArrays.column(connection, "text", rows, Row.Outgoing::key));
            insert.setArray(3, SqlArrays.column(connection, "text", rows, Row.Outgoing::headers));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row.Outgoing::value).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
        // Once a transaction, however many rows: PostgreSQL folds it, and the relay reads all it finds.
        try (var notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, Door.OUTBOX_CHANNEL);
            notify.execute();
        }
    }

    private static void writeTimers(Connection connection, List<Row> rows) throws SQLException {
        var set = rows.stream()
                .filter(Row.Timer.class::isInstance)
                .map(Row.Timer.class::cast)
                .toList();
        var gone = rows.stream()
                .filter(Row.TimerGone.class::isInstance)
                .map(Row.TimerGone.class::cast)
                .toList();
        if (!set.isEmpty()) {
            try (var upsert = connection.prepareStatement(
                    """
                    insert into timer (key, name, due, after_log)
                    select key, name, due::timestamptz, after_log from unnest(?, ?, ?, ?) as v (key, name, due, after_log)
                    on conflict (key, name) do update set due = excluded.due, after_log = excluded.after_log""")) {
                upsert.setArray(1, SqlArrays.column(connection, "text", set, Row.Timer::key));
                upsert.setArray(2, SqlArrays.column(connection, "text", set, Row.Timer::name));
                upsert.setArray(3, SqlArrays.column(connection, "text", set, row -> row.due()
                        .toString()));
                upsert.setArray(4, SqlArrays.column(connection, "boolean", set, Row.Timer::afterLog));
                upsert.executeUpdate();
            }
        }
        if (!gone.isEmpty()) {
            try (var delete = connection.prepareStatement(
                    """
                    delete from timer where (key, name) in (select key, name from unnest(?, ?) as v (key, name))""")) {
                delete.setArray(1, SqlArrays.column(connection, "text", gone, Row.TimerGone::key));
                delete.setArray(2, SqlArrays.column(connection, "text", gone, Row.TimerGone::name));
                delete.executeUpdate();
            }
        }
    }

    private static void insertTasks(Connection connection, List<Row.Task> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                """
                insert into task (key, kind, body, not_before, traceparent)
                select key, kind, body::jsonb, not_before::timestamptz, traceparent
                from unnest(?, ?, ?, ?, ?) with ordinality as v (key, kind, body, not_before, traceparent, n)
                order by n""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", rows, Row.Task::key));
            insert.setArray(2, SqlArrays.column(connection, "text", rows, Row.Task::kind));
            insert.setArray(3, SqlArrays.column(connection, "text", rows, Row.Task::body));
            insert.setArray(4, SqlArrays.column(connection, "text", rows, row -> row.notBefore()
                    .toString()));
            insert.setArray(5, SqlArrays.column(connection, "text", rows, Row.Task::traceparent));
            insert.executeUpdate();
        }
    }

    private static void hurry(Connection connection, List<Row.Hurry> rows) throws SQLException {
        for (var row : rows) {
            try (var update = connection.prepareStatement(
                    """
                    update task set not_before = ?
                    where key = ? and kind = ? and not_before > ? and leased_until is null""")) {
                update.setObject(1, row.now().atOffset(ZoneOffset.UTC));
                update.setString(2, row.key());
                update.setString(3, row.kind());
                update.setObject(4, row.now().atOffset(ZoneOffset.UTC));
                update.executeUpdate();
            }
        }
    }
}
