package dev.kvitt.operations.store.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The rows of {@code vipps_tried}: questions that Vipps did not answer. */
public final class TriedRows {
    private TriedRows() {}

    /** A payment of a sales unit. */
    public record Payment(String msn, String reference) {}

    /** When each was tried last. */
    public static Map<Payment, Instant> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select msn, reference, tried_at from vipps_tried")) {
            var rows = select.executeQuery();
            Map<Payment, Instant> all = new HashMap<>();
            while (rows.next()) {
                all.put(new Payment(rows.getString(1), rows.getString(2)), Columns.instant(rows, "tried_at"));
            }
            return all;
        }
    }

    public static void put(Connection connection, Payment payment, Instant now) throws SQLException {
        try (var upsert = connection.prepareStatement(
                """
                insert into vipps_tried (msn, reference, tried_at) values (?, ?, ?)
                on conflict (msn, reference) do update set tried_at = excluded.tried_at""")) {
            upsert.setString(1, payment.msn());
            upsert.setString(2, payment.reference());
            Columns.set(upsert, 3, now);
            upsert.executeUpdate();
        }
    }

    public static void forget(Connection connection, Instant before) throws SQLException {
        try (var delete = connection.prepareStatement("delete from vipps_tried where tried_at < ?")) {
            Columns.set(delete, 1, before);
            delete.executeUpdate();
        }
    }
}
