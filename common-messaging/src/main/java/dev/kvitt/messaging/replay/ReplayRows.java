package dev.kvitt.messaging.replay;

import dev.kvitt.messaging.replay.Replay.NotApplied;
import dev.kvitt.messaging.replay.Replay.Sum;
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
import java.util.stream.IntStream;

/** Replays in SQL. */
public final class ReplayRows {

    /** For how long a replay and what it found are kept after its end. */
    static final int DAYS_KEPT = 30;

    /** For how long what a dry run has shown may be applied: what is not applied changes. */
    private static final int HOURS_SHOWN = 24;

    private static final String SELECT =
            """
            select r.*, coalesce(p.read, 0) as read, coalesce(p.to_read, 0) as to_read,
                array(select amount from replay_money m where m.replay = r.id order by currency) as amounts,
                array(select currency from replay_money m where m.replay = r.id order by currency) as currencies
            from replay r left join lateral (select sum(next_offset - first_offset)::bigint as read,
                sum(end_offset - first_offset)::bigint as to_read from replay_position where replay = r.id) p on true
            """;

    private ReplayRows() {}

    /** @return false while another replay runs in this service */
    public static boolean insert(Connection connection, Replay replay) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into replay (id, from_time, key_prefix, dry_run, rate, who, reason, state, started_at, dry_run_id)
                values (?, ?, ?, ?, ?, ?, ?, 'running', ?, ?) on conflict do nothing""")) {
            insert.setObject(1, replay.id());
            insert.setObject(2, replay.from().atOffset(ZoneOffset.UTC));
            insert.setString(3, replay.keyPrefix());
            insert.setBoolean(4, replay.dryRun());
            insert.setInt(5, replay.rate());
            insert.setString(6, replay.who());
            insert.setString(7, replay.reason());
            insert.setObject(8, replay.startedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(9, replay.dryRunId());
            return insert.executeUpdate() == 1;
        }
    }

    /** Whether a dry run of the same messages was done in the last 24 hours, and is the one that is named. */
    public static boolean wasShown(Connection connection, Replay real) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select exists (select from replay where id = ? and dry_run and state = 'done' and from_time = ?
                    and key_prefix = ? and finished_at > clock_timestamp() - make_interval(hours => ?))""")) {
            select.setObject(1, real.dryRunId());
            select.setObject(2, real.from().atOffset(ZoneOffset.UTC));
            select.setString(3, real.keyPrefix());
            select.setInt(4, HOURS_SHOWN);
            var rows = select.executeQuery();
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** The latest first. */
    public static List<Replay> list(Connection connection, int limit) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + "order by r.started_at desc limit ?")) {
            select.setInt(1, limit);
            return replays(select.executeQuery());
        }
    }

    public static Optional<Replay> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + "where r.id = ?")) {
            select.setObject(1, id);
            return replays(select.executeQuery()).stream().findFirst();
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

    /** Of one that ended so long ago, with what it found; false when there is none. */
    static boolean forgetOne(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement(
                """
                with old as (delete from replay where id = (select id from replay where state <> 'running'
                        and finished_at < clock_timestamp() - make_interval(days => ?) limit 1 for update skip locked)
                    returning id),
                found as (delete from replay_found using old where replay = old.id),
                money as (delete from replay_money using old where replay = old.id),
                positions as (delete from replay_position using old where replay = old.id)
                select from old""")) {
            delete.setInt(1, DAYS_KEPT);
            return delete.executeQuery().next();
        }
    }

    private static List<Replay> replays(ResultSet rows) throws SQLException {
        var found = new ArrayList<Replay>();
        while (rows.next()) {
            found.add(new Replay(
                    rows.getObject("id", UUID.class),
                    instant(rows, "from_time"),
                    rows.getString("key_prefix"),
                    rows.getBoolean("dry_run"),
                    rows.getObject("dry_run_id", UUID.class),
                    rows.getInt("rate"),
                    rows.getString("who"),
                    rows.getString("reason"),
                    rows.getString("state"),
                    rows.getString("why"),
                    rows.getString("last_failure"),
                    instant(rows, "last_failure_at"),
                    rows.getLong("read"),
                    rows.getLong("to_read"),
                    new NotApplied(rows.getLong("found_events"), rows.getLong("found_sales"), money(rows)),
                    rows.getLong("applied"),
                    instant(rows, "started_at"),
                    instant(rows, "finished_at")));
        }
        return found;
    }

    private static List<Sum> money(ResultSet rows) throws SQLException {
        var amounts = (Long[]) rows.getArray("amounts").getArray();
        var currencies = (String[]) rows.getArray("currencies").getArray();
        return IntStream.range(0, amounts.length)
                .mapToObj(n -> new Sum(amounts[n], currencies[n]))
                .toList();
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        var time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
