package dev.kvitt.messaging.replay;

import dev.kvitt.messaging.StaleException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Whose a replay that runs is, in SQL: one process reads it, until it ends or says nothing for too long. */
final class ReplayLease {

    /** How long a process may say nothing before another goes on with its replay. */
    static final int LEASE_SECONDS = 30;

    private ReplayLease() {}

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
            return rows.next() ? ReplayRows.find(connection, rows.getObject(1, UUID.class)) : Optional.empty();
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

    /** What it has to wait for; nothing is written where another process has it or it was stopped. */
    static void waits(Connection connection, UUID id, UUID owner, String failure) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update replay set last_failure = ?, last_failure_at = clock_timestamp()
                where id = ? and owner = ? and state = 'running'""")) {
            update.setString(1, failure);
            update.setObject(2, id);
            update.setObject(3, owner);
            update.executeUpdate();
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
}
