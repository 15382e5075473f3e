package dev.kvitt.messaging.timer;

import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
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
     * The oldest that may fire. Those that still have to wait are not read: however many they are, the others go on. An entity that
     * is being read again has more to come: what gives it up waits for the end of the replay, but no longer than an hour after that
     * was ordered, however long it takes or fails to go on.
     *
     * @param readUntil the time before which all input has been applied, at most {@code now}
     * @param whileParked names of those that fire also for a parked entity
     * @param limit of either kind
     */
    static List<Timer> due(Connection connection, Instant now, Instant readUntil, Set<String> whileParked, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                (select t.key, name, due, after_log from timer t join entity e using (key)
                    where not after_log and due <= ? and (not e.parked or name = any (?)) order by due limit %1$d)
                union all
                (select t.key, name, due, after_log from timer t join entity e using (key)
                    where after_log and due <= ? and (not e.parked or name = any (?)) and not exists (
                        select from replay r join replay_found f on f.replay = r.id
                        where r.state = 'running' and not r.dry_run and f.key = t.key
                        and r.started_at > clock_timestamp() - interval '1 hour') order by due limit %1$d)"""
                        .formatted(limit))) {
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

    /**
     * Under their entities' locks; by one statement, since all that these entities wait for waits for it.
     *
     * @param timers one of an entity at most
     * @return the keys of those that were not fired, moved or cancelled since they were read
     */
    static Set<String> take(Connection connection, List<Timer> timers) throws SQLException {
        var taken = new HashSet<String>();
        if (timers.isEmpty()) {
            return taken;
        }
        try (var delete = connection.prepareStatement(
                """
                delete from timer t using unnest(?, ?, ?) as v (key, name, due)
                where t.key = v.key and t.name = v.name and t.due = v.due::timestamptz returning t.key""")) {
            delete.setArray(1, SqlArrays.column(connection, "text", timers, Timer::key));
            delete.setArray(2, SqlArrays.column(connection, "text", timers, Timer::name));
            delete.setArray(3, SqlArrays.column(connection, "text", timers, timer -> timer.due()
                    .toString()));
            var rows = delete.executeQuery();
            while (rows.next()) {
                taken.add(rows.getString(1));
            }
            return taken;
        }
    }

    static void postpone(Connection connection, Timer timer, Instant due) throws SQLException {
        try (var update =
                connection.prepareStatement("update timer set due = ? where key = ? and name = ? and due = ?")) {
            update.setObject(1, due.atOffset(ZoneOffset.UTC));
            update.setString(2, timer.key());
            update.setString(3, timer.name());
            update.setObject(4, timer.due().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }
}
