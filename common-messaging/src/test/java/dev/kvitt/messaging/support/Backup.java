package dev.kvitt.messaging.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes a database back to an earlier state, as a restore or a fail-over to a late standby does. */
public final class Backup {

    private static final List<String> TABLES =
            List.of("entity", "outbox", "timer", "task", "consumed_offset", "parked");
    private static final List<String> NUMBERED = List.of("outbox", "task", "parked");
    private static final String DEADLOCK = "40P01";

    private Backup() {}

    public static void take(TestDatabase database) {
        database.transactions().run(connection -> {
            execute(connection, "set transaction isolation level repeatable read");
            execute(connection, "create schema backup");
            for (var table : TABLES) {
                execute(connection, "create table backup.%1$s as table %1$s".formatted(table));
            }
            return null;
        });
    }

    /** In one step for everybody who is at work. */
    public static void restore(TestDatabase database) {
        Eventually.isTrue("restored", () -> restored(database));
    }

    private static boolean restored(TestDatabase database) {
        try {
            return database.transactions().run(connection -> {
                execute(connection, "lock table " + String.join(", ", TABLES) + " in access exclusive mode");
                for (var table : TABLES) {
                    execute(connection, "truncate " + table);
                    execute(
                            connection,
                            "insert into %1$s overriding system value select * from backup.%1$s".formatted(table));
                }
                for (var table : NUMBERED) {
                    execute(
                            connection,
                            "select setval(pg_get_serial_sequence('%1$s', 'id'), greatest(1, (select max(id) from %1$s)))"
                                    .formatted(table));
                }
                return true;
            });
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
