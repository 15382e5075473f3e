package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.CodeOrder;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.Msn;
import dev.kvitt.messaging.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was ordered about printed codes. Whoever opens a sale at one shares a lock with all others who do; whoever orders
 * something has it alone, so no sale is opened by what is just being changed.
 */
final class CodeOrders {

    /** A number of its own among PostgreSQL's advisory locks of this database. */
    private static final long LOCK = 0x6b766974_6fL;

    private CodeOrders() {}

    /** Until the transaction ends. Waits while somebody orders something, which takes milliseconds. */
    static void share(Connection connection) {
        run(connection, "select pg_advisory_xact_lock_shared(" + LOCK + ")");
    }

    /** Until the transaction ends. Waits for the batches in hand, two seconds at most (SQLSTATE 55P03). */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    static long version(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select version from code_version")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    static List<CodeOrder> all(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select msn, qr_id, kind, till_id, location, whereabouts, file_till,"
                        + " ordered_at from code_order")) {
            var all = new ArrayList<CodeOrder>();
            while (rows.next()) {
                all.add(order(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static CodeOrder order(ResultSet row) throws SQLException {
        return new CodeOrder(
                new PrintedCode(new Msn(row.getString(1)), row.getString(2)),
                CodeKind.valueOf(row.getString(3)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                CodeOrder.Placing.valueOf(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    static void put(Connection connection, CodeOrder order) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into code_order (msn, qr_id, kind, till_id, location, whereabouts, file_till, ordered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (msn, qr_id) do update set kind = excluded.kind, till_id = excluded.till_id,
                    location = excluded.location, whereabouts = excluded.whereabouts, file_till = excluded.file_till,
                    ordered_at = excluded.ordered_at""")) {
            insert.setString(1, order.code().msn().value());
            insert.setString(2, order.code().qrId());
            insert.setString(3, order.kind().name());
            insert.setString(4, order.tillId());
            insert.setString(5, order.location().orElse(null));
            insert.setString(6, order.placing().name());
            insert.setString(7, order.fileTill().orElse(null));
            insert.setObject(8, order.orderedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        run(connection, "update code_version set version = version + 1");
    }

    private static void run(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
