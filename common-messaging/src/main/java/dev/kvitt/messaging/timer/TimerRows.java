package dev.kvitt.messaging.timer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Timers in SQL. */
final class TimerRows {

    static final int BATCH = 200;

    private TimerRows() {}

    record Timer(String key, String name, Instant due, boolean afterLog) {}

    /**
     * Whether there is any that is due and has to wait for the log.
     *
     * @param whileParked names of those that fire also for a parked entity
     */
    static boolean afterLogDue(Connection connection, Instant now, Set<String> whileParked) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select exists (select from timer t join entity e using (key)
                    where t.after_log and t.due <= ? and (not e.parked or t.name = any (?)))""")) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setArray(2, names(connection, whileParked));
            var rows = select.executeQuery();
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /**
     * The oldest that may fire. Those that still have to wait are not read: however many they are, the others go on.
     *
     * @param readUntil the time before which all input has been applied, at most {@code now}
     * @param whileParked names of those that fire also for a parked entity
     */
    static List<Timer> due(Connection connection, Instant now, Instant readUntil, Set<String> whileParked)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                (select t.key, name, due, after_log from timer t join entity e using (key)
                    where not after_log and due <= ? and (not e.parked or name = any (?)) order by due limit %1$d)
                union all
                (select t.key, name, due, after_log from timer t join entity e using (key)
                    where after_log and due <= ? and (not e.parked or name = any (?)) order by due limit %1$d)"""
                        .formatted(BATCH))) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setArray(2, names(connection, whileParked));
            select.setObject(3, readUntil.atOffset(ZoneOffset.UTC));
            select.setArray(4, names(connection, whileParked));
            var rows = select.executeQuery();
            var found = new ArrayList<Timer>();
            while (rows.next()) {
                found.add(new Timer(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        rows.getBoolean(4)));
            }
            return found;
        }
    }

    private static Array names(Connection connection, Set<String> names) throws SQLException {
        return connection.createArrayOf("text", names.toArray());
    }

    /** Under the entity's lock: false when it was fired, moved or cancelled since it was read. */
    static boolean take(Connection connection, Timer timer) throws SQLException {
        try (var delete = connection.prepareStatement("delete from timer where key = ? and name = ? and due = ?")) {
            bind(delete, 1, timer);
            return delete.executeUpdate() == 1;
        }
    }

    static void postpone(Connection connection, Timer timer, Instant due) throws SQLException {
        try (var update =
                connection.prepareStatement("update timer set due = ? where key = ? and name = ? and due = ?")) {
            update.setObject(1, due.atOffset(ZoneOffset.UTC));
            bind(update, 2, timer);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, Timer timer) throws SQLException {
        statement.setString(first, timer.key());
        statement.setString(first + 1, timer.name());
        statement.setObject(first + 2, timer.due().atOffset(ZoneOffset.UTC));
    }
}
