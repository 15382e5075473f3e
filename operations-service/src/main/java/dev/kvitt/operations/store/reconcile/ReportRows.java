package dev.kvitt.operations.store.reconcile;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.operations.domain.reconcile.ReportRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The tables {@code report_feed} and {@code report_row}. */
public final class ReportRows {
    private ReportRows() {}

    /**
     * How far a list was read.
     *
     * @param cursor Vipps' own; empty before the first page
     * @param position of the last row; 0 before the first
     */
    public record Feed(String ledger, ReportRow.Topic topic, Optional<String> cursor, long position) {}

    /** The place where a list is read on; makes it where it is new. */
    public static Feed feed(Connection connection, String ledger, ReportRow.Topic topic, Set<String> msns)
            throws SQLException {
        try (var upsert = connection.prepareStatement(
                """
                insert into report_feed (ledger, topic, msns) values (?, ?, ?)
                on conflict (ledger, topic) do update set msns = excluded.msns returning cursor, position""")) {
            upsert.setString(1, ledger);
            upsert.setString(2, topic.name());
            upsert.setArray(3, connection.createArrayOf("text", msns.toArray()));
            var row = upsert.executeQuery();
            row.next();
            return new Feed(ledger, topic, Optional.ofNullable(row.getString(1)), row.getLong(2));
        }
    }

    /** From now on nothing of this sales unit is expected in other ledgers than these; what was read of others stays. */
    public static void onlyIn(Connection connection, String msn, Collection<String> ledgers) throws SQLException {
        try (var update = connection.prepareStatement(
                "update report_feed set msns = array_remove(msns, ?) where ? = any (msns) and ledger <> all (?)")) {
            update.setString(1, msn);
            update.setString(2, msn);
            update.setArray(3, connection.createArrayOf("text", ledgers.toArray()));
            update.executeUpdate();
        }
    }

    /**
     * Keeps a page together with the place after it.
     *
     * @param readTo when the list was at its end, if it was
     * @return false when somebody else has read on meanwhile; then nothing is kept
     */
    public static boolean keep(
            Connection connection, Feed from, List<ReportRow> rows, String cursor, Optional<Instant> readTo)
            throws SQLException {
        try (var move = connection.prepareStatement(
                """
                update report_feed set cursor = ?, position = position + ?, read_to = coalesce(?, read_to)
                where ledger = ? and topic = ? and position = ? and cursor is not distinct from ?""")) {
            move.setString(1, cursor);
            move.setInt(2, rows.size());
            Columns.set(move, 3, readTo.orElse(null));
            move.setString(4, from.ledger());
            move.setString(5, from.topic().name());
            move.setLong(6, from.position());
            move.setString(7, from.cursor().orElse(null));
            if (move.executeUpdate() == 0) {
                return false;
            }
        }
        insert(connection, rows);
        return true;
    }

    private static void insert(Connection connection, List<ReportRow> rows) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into report_row (ledger, topic, position, msn, reference, psp_reference, type, currency, amount,
                    balance_before, balance_after, "time", date)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", rows, ReportRow::ledger));
            insert.setArray(2, SqlArrays.column(connection, "text", rows, row -> row.topic()
                    .name()));
            insert.setArray(3, SqlArrays.column(connection, "bigint", rows, ReportRow::position));
            insert.setArray(4, SqlArrays.column(connection, "text", rows, ReportRow::msn));
            insert.setArray(5, SqlArrays.column(connection, "text", rows, ReportRow::reference));
            insert.setArray(6, SqlArrays.column(connection, "text", rows, ReportRow::pspReference));
            insert.setArray(7, SqlArrays.column(connection, "text", rows, ReportRow::type));
            insert.setArray(8, SqlArrays.column(connection, "text", rows, ReportRow::currency));
            insert.setArray(9, SqlArrays.column(connection, "bigint", rows, ReportRow::amount));
            insert.setArray(10, SqlArrays.column(connection, "bigint", rows, row -> boxed(row.before())));
            insert.setArray(11, SqlArrays.column(connection, "bigint", rows, row -> boxed(row.after())));
            insert.setArray(12, SqlArrays.column(connection, "timestamptz", rows, row -> row.time()
                    .toString()));
            insert.setArray(13, SqlArrays.column(connection, "date", rows, row -> row.date()
                    .toString()));
            insert.executeUpdate();
        }
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** Per sales unit, up to when all its lists were read; a sales unit with a list that never was is left out. */
    public static Map<String, Instant> readTo(Connection connection) throws SQLException {
        Map<String, Instant> readTo = new HashMap<>();
        try (var select = connection.prepareStatement(
                """
                select msn, min(read_to) read_to from report_feed, unnest(msns) msn
                where topic = 'FUNDS' group by msn having bool_and(read_to is not null)""")) {
            var rows = select.executeQuery();
            while (rows.next()) {
                readTo.put(rows.getString("msn"), Columns.instant(rows, "read_to"));
            }
        }
        return readTo;
    }

    static Cursor<ReportRow> byPayment(Connection connection) throws SQLException {
        return new Cursor<>(
                connection,
                """
                select * from report_row order by msn collate "C", reference collate "C", psp_reference collate "C",
                    ledger collate "C", topic desc, position""",
                ReportRows::row);
    }

    static Cursor<ReportRow> byPlace(Connection connection) throws SQLException {
        return new Cursor<>(
                connection,
                "select * from report_row order by ledger collate \"C\", topic desc, position",
                ReportRows::row);
    }

    private static ReportRow row(ResultSet row) throws SQLException {
        return new ReportRow(
                row.getString("ledger"),
                ReportRow.Topic.valueOf(row.getString("topic")),
                row.getLong("position"),
                row.getString("msn"),
                row.getString("reference"),
                row.getString("psp_reference"),
                row.getString("type"),
                row.getString("currency"),
                row.getLong("amount"),
                Columns.maybeLong(row, "balance_before"),
                Columns.maybeLong(row, "balance_after"),
                Columns.instant(row, "time"),
                row.getObject("date", LocalDate.class));
    }
}
