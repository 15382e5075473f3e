package dev.kvitt.operations.store.reconcile;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.operations.domain.reconcile.MoneyFact;
import dev.kvitt.operations.domain.reconcile.Movement;
import dev.kvitt.operations.domain.reconcile.Sums;
import dev.kvitt.operations.domain.reconcile.VippsView;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code vipps_look}. */
public final class LookRows {
    private LookRows() {}

    static Cursor<VippsView> all(Connection connection) throws SQLException {
        return new Cursor<>(
                connection,
                "select * from vipps_look order by msn collate \"C\", reference collate \"C\"",
                LookRows::view);
    }

    public static void put(Connection connection, VippsView view) throws SQLException {
        try (var upsert = connection.prepareStatement(
                """
                insert into vipps_look (msn, reference, looked_at, last_at, present, ours, currency, authorized,
                    captured, cancelled, refunded, movements, psps, amounts, times)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (msn, reference) do update set looked_at = excluded.looked_at, last_at = excluded.last_at,
                    present = excluded.present, ours = excluded.ours, currency = excluded.currency,
                    authorized = excluded.authorized, captured = excluded.captured, cancelled = excluded.cancelled,
                    refunded = excluded.refunded, movements = excluded.movements, psps = excluded.psps,
                    amounts = excluded.amounts, times = excluded.times""")) {
            upsert.setString(1, view.msn());
            upsert.setString(2, view.reference());
            Columns.set(upsert, 3, view.lookedAt());
            Columns.set(upsert, 4, view.lastAt());
            upsert.setBoolean(5, view.present());
            upsert.setBoolean(6, view.ours());
            upsert.setString(7, view.sums().currency());
            upsert.setLong(8, view.sums().authorized());
            upsert.setLong(9, view.sums().captured());
            upsert.setLong(10, view.sums().cancelled());
            upsert.setLong(11, view.sums().refunded());
            var facts = view.facts();
            upsert.setArray(12, SqlArrays.column(connection, "text", facts, fact -> fact.movement()
                    .name()));
            upsert.setArray(13, SqlArrays.column(connection, "text", facts, MoneyFact::pspReference));
            upsert.setArray(14, SqlArrays.column(connection, "bigint", facts, MoneyFact::amount));
            upsert.setArray(15, SqlArrays.column(connection, "timestamptz", facts, fact -> fact.at()
                    .toString()));
            upsert.executeUpdate();
        }
    }

    /** Looks that no finding rests on are not kept for long. */
    public static void forget(Connection connection, Instant before) throws SQLException {
        try (var delete = connection.prepareStatement(
                """
                delete from vipps_look l where looked_at < ? and not exists (
                    select from finding f where f.msn = l.msn and f.reference = l.reference and f.state <> 'gone')""")) {
            Columns.set(delete, 1, before);
            delete.executeUpdate();
        }
    }

    private static VippsView view(ResultSet row) throws SQLException {
        return new VippsView(
                row.getString("msn"),
                row.getString("reference"),
                Columns.instant(row, "looked_at"),
                Columns.instant(row, "last_at"),
                row.getBoolean("present"),
                row.getBoolean("ours"),
                new Sums(
                        row.getString("currency"),
                        row.getLong("authorized"),
                        row.getLong("captured"),
                        row.getLong("cancelled"),
                        row.getLong("refunded")),
                facts(row));
    }

    private static List<MoneyFact> facts(ResultSet row) throws SQLException {
        Object[] movements = elements(row.getArray("movements"));
        Object[] psps = elements(row.getArray("psps"));
        Object[] amounts = elements(row.getArray("amounts"));
        Object[] times = elements(row.getArray("times"));
        List<MoneyFact> facts = new ArrayList<>();
        for (int n = 0; n < movements.length; n++) {
            facts.add(new MoneyFact(
                    Movement.valueOf((String) movements[n]),
                    (String) psps[n],
                    (Long) amounts[n],
                    ((Timestamp) times[n]).toInstant()));
        }
        return facts;
    }

    private static Object[] elements(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }
}
