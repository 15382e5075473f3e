package dev.kvitt.messaging.replay;

import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.replay.Replay.NotApplied;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Replays in SQL. */
public final class ReplayRows {

    /** How long a process may say nothing before another goes on with its replay. */
    static final int LEASE_SECONDS = 30;

    private static final String SELECT =
            """
            select r.id, r.from_time, r.key_prefix, r.dry_run, r.rate, r.who, r.reason, r.state, r.why, r.applied,
                r.started_at, r.finished_at, coalesce(p.read, 0), coalesce(p.to_read, 0),
                (select count(*) from replay_found f where f.replay = r.id),
                (select count(distinct key) from replay_found f where f.replay = r.id)
            from replay r left join lateral (select sum(next_offset - first_offset)::bigint as read,
                sum(end_offset - first_offset)::bigint as to_read from replay_position where replay = r.id) p on true
            """;

    private ReplayRows() {}

    /** @return false while another replay runs in this service */
    public static boolean insert(Connection connection, Replay replay) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into replay (id, from_time, key_prefix, dry_run, rate, who, reason, state, started_at)
                values (?, ?, ?, ?, ?, ?, ?, 'running', ?) on conflict do nothing""")) {
            insert.setObject(1, replay.id());
            insert.setObject(2, replay.from().atOffset(ZoneOffset.UTC));
            insert.setString(3, replay.keyPrefix());
            insert.setBoolean(4, replay.dryRun());
            insert.setInt(5, replay.rate());
            insert.setString(6, replay.who());
            insert.setString(7, replay.reason());
            insert.setObject(8, replay.startedAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** The latest first. */
    public static List<Replay> list(Connection connection, int limit) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + "order by r.started_at desc limit ?")) {
            select.setInt(1, limit);
            return replays(connection, select.executeQuery());
        }
    }

    public static Optional<Replay> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + "where r.id = ?")) {
            select.setObject(1, id);
            return replays(connection, select.executeQuery()).stream().findFirst();
        }
    }

    /** Of what runs; its reader notices before it writes anything more. */
    public static boolean stop(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update replay set state = 'stopped', owner = null, leased_until = null, finished_at = clock_timestamp()
                where id = ? and state = 'running'""")) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    /** Of what was stopped or has failed, from where it stands; false when it is neither, or another one runs. */
    public static boolean resume(Connection connection, UUID id) throws SQLException {
        try (var lock = connection.createStatement()) {
            // Of two at once the second sees what the first has done.
            lock.execute("lock table replay in share row exclusive mode");
        }
        try (var update = connection.prepareStatement(
                """
                update replay set state = 'running', why = null, finished_at = null
                where id = ? and state in ('stopped', 'failed')
                and not exists (select from replay where state = 'running')""")) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    /** What runs and nobody has read for a while, now this owner's. */
    static Optional<Replay> claim(Connection connection, UUID owner) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update replay set owner = ?, leased_until = clock_timestamp() + make_interval(secs => ?)
                where id = (select id from replay where state = 'running'
                    and (leased_until is null or leased_until < clock_timestamp() or owner = ?)
                    for update skip locked limit 1)
                returning id""")) {
            update.setObject(1, owner);
            update.setInt(2, LEASE_SECONDS);
            update.setObject(3, owner);
            var rows = update.executeQuery();
            return rows.next() ? find(connection, rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** @throws StaleException when it was stopped or another process has it */
    static void keep(Connection connection, UUID id, UUID owner, int applied) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update replay set leased_until = clock_timestamp() + make_interval(secs => ?), applied = applied + ?
                where id = ? and owner = ? and state = 'running'""")) {
            update.setInt(1, LEASE_SECONDS);
            update.setInt(2, applied);
            update.setObject(3, id);
            update.setObject(4, owner);
            if (update.executeUpdate() != 1) {
                throw new StaleException("the replay was stopped, or another process goes on with it");
            }
        }
    }

    /** @param why absent when it was read to its end */
    static void finish(Connection connection, UUID id, UUID owner, String why) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update replay set state = ?, why = ?, owner = null, leased_until = null, finished_at = clock_timestamp()
                where id = ? and owner = ? and state = 'running'""")) {
            update.setString(1, why == null ? "done" : "failed");
            update.setString(2, why);
            update.setObject(3, id);
            update.setObject(4, owner);
            update.executeUpdate();
        }
    }

    private static List<Replay> replays(Connection connection, ResultSet rows) throws SQLException {
        var found = new ArrayList<Replay>();
        while (rows.next()) {
            var id = rows.getObject(1, UUID.class);
            found.add(new Replay(
                    id,
                    instant(rows, 2),
                    rows.getString(3),
                    rows.getBoolean(4),
                    rows.getInt(5),
                    rows.getString(6),
                    rows.getString(7),
                    rows.getString(8),
                    rows.getString(9),
                    rows.getLong(13),
                    rows.getLong(14),
                    new NotApplied(rows.getLong(15), rows.getLong(16), FoundRows.money(connection, id)),
                    rows.getLong(10),
                    instant(rows, 11),
                    instant(rows, 12)));
        }
        return found;
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        var time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
