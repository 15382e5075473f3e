package dev.kvitt.operations.store.reconcile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The table {@code reconciliation}. */
public final class RunRows {
    /** Held by the one who reconciles. */
    private static final long LOCK = 0x6b766974_72L;

    private RunRows() {}

    /** One run as operators see it. */
    public record Run(
            UUID id,
            String state,
            Scope scope,
            String askedBy,
            String progress,
            long rows,
            OptionalLong toRead,
            int looks,
            int open,
            int fresh,
            int gone,
            Optional<String> failure,
            Instant startedAt,
            Optional<Instant> finishedAt) {}

    /** Holds until the transaction ends. @return false when another process reconciles */
    public static boolean lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            var row = lock.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Under the lock. A run that still says it is running was cut off: what it found stands, and nothing was called gone. */
    public static void begin(Connection connection, UUID id, Scope scope, String who, Instant now) throws SQLException {
        try (var fail = connection.prepareStatement(
                """
                update reconciliation set state = 'failed', failure = 'its process ended', finished_at = ?
                where finished_at is null""")) {
            Columns.set(fail, 1, now);
            fail.executeUpdate();
        }
        try (var insert = connection.prepareStatement(
                """
                insert into reconciliation (id, state, msn, from_at, to_at, asked_by, progress, started_at)
                values (?, 'running', ?, ?, ?, ?, 'reads the report', ?)""")) {
            insert.setObject(1, id);
            insert.setString(2, scope.msn().orElse(null));
            Columns.set(insert, 3, scope.from().orElse(null));
            Columns.set(insert, 4, scope.to().orElse(null));
            insert.setString(5, who);
            Columns.set(insert, 6, now);
            insert.executeUpdate();
        }
    }

    public static void toRead(Connection connection, UUID id, long count) throws SQLException {
        try (var update = connection.prepareStatement("update reconciliation set to_read = ? where id = ?")) {
            update.setLong(1, count);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    /** @return false when the run is no longer the one that runs */
    public static boolean progress(Connection connection, UUID id, String progress, long rows, int looks)
            throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update reconciliation set progress = ?, rows = ?, looks = ? where id = ? and finished_at is null""")) {
            update.setString(1, progress);
            update.setLong(2, rows);
            update.setInt(3, looks);
            update.setObject(4, id);
            return update.executeUpdate() == 1;
        }
    }

    public static void done(Connection connection, UUID id, int gone, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update reconciliation set state = 'done', progress = 'done', finished_at = ?, gone = ?,
                    open = (select count(*) from finding where state = 'open'),
                    new = (select count(*) from finding f where f.state = 'open' and f.run = reconciliation.id
                        and f.since = reconciliation.started_at)
                where id = ? and finished_at is null""")) {
            Columns.set(update, 1, now);
            update.setInt(2, gone);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    public static void failed(Connection connection, UUID id, String why, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update reconciliation set state = 'failed', failure = ?, finished_at = ?
                where id = ? and finished_at is null""")) {
            update.setString(1, why);
            Columns.set(update, 2, now);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    public static Optional<Run> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("select * from reconciliation where id = ?")) {
            select.setObject(1, id);
            var row = select.executeQuery();
            return row.next() ? Optional.of(run(row)) : Optional.empty();
        }
    }

    /** The newest first. */
    public static List<Run> newest(Connection connection, int limit) throws SQLException {
        try (var select =
                connection.prepareStatement("select * from reconciliation order by started_at desc limit ?")) {
            select.setInt(1, limit);
            var rows = select.executeQuery();
            List<Run> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(run(rows));
            }
            return runs;
        }
    }

    /** When the latest run of everything began that came to its end. */
    public static Optional<Instant> succeeded(Connection connection) throws SQLException {
        return latestOfAll(connection, "state = 'done'");
    }

    /** When the latest run of everything began that has not failed: it goes on, or came to its end. */
    public static Optional<Instant> begun(Connection connection) throws SQLException {
        return latestOfAll(connection, "state <> 'failed'");
    }

    private static Optional<Instant> latestOfAll(Connection connection, String condition) throws SQLException {
        try (var select = connection.prepareStatement(
                "select max(started_at) started_at from reconciliation where msn is null and from_at is null"
                        + " and to_at is null and " + condition)) {
            var row = select.executeQuery();
            row.next();
            return Columns.maybeInstant(row, "started_at");
        }
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("state"),
                new Scope(
                        Optional.ofNullable(row.getString("msn")),
                        Columns.maybeInstant(row, "from_at"),
                        Columns.maybeInstant(row, "to_at")),
                row.getString("asked_by"),
                row.getString("progress"),
                row.getLong("rows"),
                Columns.maybeLong(row, "to_read"),
                row.getInt("looks"),
                row.getInt("open"),
                row.getInt("new"),
                row.getInt("gone"),
                Optional.ofNullable(row.getString("failure")),
                Columns.instant(row, "started_at"),
                Columns.maybeInstant(row, "finished_at"));
    }
}
