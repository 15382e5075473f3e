package dev.kvitt.messaging.task;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks in SQL. Leases go by the database's clock, the one clock all processes share. */
final class TaskRows {

    private TaskRows() {}

    /**
     * Takes up tasks that are due: only the oldest of each entity, and none that another process is at.
     *
     * <p>Who they are is found out once, before any is taken. As a subquery of the update, PostgreSQL may ask for them anew for each row,
     * find others as those it has are locked, and take more than the limit; the loop then waited for ever for places that it does
     * not have.
     */
    static List<Task> claim(Connection connection, Instant now, Duration lease, int limit) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                with due as materialized (
                    select t.id from task t
                    where t.not_before <= ? and (t.leased_until is null or t.leased_until < clock_timestamp())
                        and not exists (select from task older where older.key = t.key and older.id < t.id)
                    order by t.not_before limit ? for update skip locked)
                update task set tries = tries + 1, first_tried = coalesce(first_tried, ?),
                    leased_until = clock_timestamp() + ? * interval '1 millisecond'
                from due where task.id = due.id
                returning task.id, key, kind, body, tries, first_tried,
                    coalesce(traceparent, (select e.traceparent from entity e where e.key = task.key))""")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setInt(2, limit);
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setLong(4, lease.toMillis());
            var rows = update.executeQuery();
            var claimed = new ArrayList<Task>();
            while (rows.next()) {
                claimed.add(read(rows));
            }
            return claimed;
        }
    }

    private static Task read(ResultSet rows) throws SQLException {
        return new Task(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getInt(5),
                rows.getObject(6, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getString(7)));
    }

    /** @return false when the task is somebody else's by now: its lease ran out */
    static boolean finish(Connection connection, Task task) throws SQLException {
        try (var delete = connection.prepareStatement("delete from task where id = ? and tries = ?")) {
            delete.setLong(1, task.id());
            delete.setInt(2, task.tries());
            return delete.executeUpdate() == 1;
        }
    }

    /** @return false when the task is somebody else's by now: its lease ran out */
    static boolean postpone(Connection connection, Task task, Instant notBefore) throws SQLException {
        try (var update = connection.prepareStatement(
                "update task set not_before = ?, leased_until = null where id = ? and tries = ?")) {
            update.setObject(1, notBefore.atOffset(ZoneOffset.UTC));
            update.setLong(2, task.id());
            update.setInt(3, task.tries());
            return update.executeUpdate() == 1;
        }
    }
}
