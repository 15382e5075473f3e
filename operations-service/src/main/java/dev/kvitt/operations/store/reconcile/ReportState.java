package dev.kvitt.operations.store.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How far the report was read: now, and when a reconciliation matched. */
public final class ReportState {
    private ReportState() {}

    /**
     * One list of a sales unit.
     *
     * @param ledger Vipps' id; empty where Vipps has listed no ledger of the sales unit yet
     * @param topic {@code FUNDS} or {@code FEES}; empty where there is no ledger
     * @param readTo up to when it was read to its end; absent where it never was
     */
    public record ReadList(String msn, String ledger, String topic, Optional<Instant> readTo) {

        /** Whether a run that began then has read it to its end. */
        public boolean isReadBy(Instant runStart) {
            return readTo.filter(end -> !end.isBefore(runStart)).isPresent();
        }
    }

    /** From now on the report of these is to be read, and of no others. */
    public static void expect(Connection connection, Collection<String> msns, Instant now) throws SQLException {
        var all = connection.createArrayOf("text", msns.toArray());
        try (var delete = connection.prepareStatement("delete from report_unit where msn <> all (?)")) {
            delete.setArray(1, all);
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement(
                "insert into report_unit (msn, since) select unnest(?), ? on conflict do nothing")) {
            insert.setArray(1, all);
            Columns.set(insert, 2, now);
            insert.executeUpdate();
        }
    }

    /** Keeps with a run how far the lists of its sales units are read. */
    public static void keep(Connection connection, UUID run, Scope scope) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into reconciliation_list (run, msn, ledger, topic, read_to)
                select ?, u.msn, coalesce(f.ledger, ''), coalesce(f.topic, ''), f.read_to
                from report_unit u left join report_feed f on u.msn = any (f.msns)
                where ?::text is null or u.msn = ?""")) {
            insert.setObject(1, run);
            insert.setString(2, scope.msn().orElse(null));
            insert.setString(3, scope.msn().orElse(null));
            insert.executeUpdate();
        }
    }

    /** What was kept with these runs; a run that read none is left out. */
    public static Map<UUID, List<ReadList>> of(Connection connection, Collection<UUID> runs) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select run, msn, ledger, topic, read_to from reconciliation_list where run = any (?)
                order by msn, ledger, topic desc""")) {
            select.setArray(1, connection.createArrayOf("uuid", runs.toArray()));
            return lists(select);
        }
    }

    private static Map<UUID, List<ReadList>> lists(PreparedStatement select) throws SQLException {
        var rows = select.executeQuery();
        Map<UUID, List<ReadList>> lists = new HashMap<>();
        while (rows.next()) {
            lists.computeIfAbsent(rows.getObject("run", UUID.class), run -> new ArrayList<>())
                    .add(new ReadList(
                            rows.getString("msn"),
                            rows.getString("ledger"),
                            rows.getString("topic"),
                            Columns.maybeInstant(rows, "read_to")));
        }
        return lists;
    }

    /** Up to when all lists are read; for a list that never was, since when it is to be. Absent where none is to be read. */
    public static Optional<Instant> readTo(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select min(coalesce(f.read_to, f.since, u.since)) read_to
                from report_unit u left join report_feed f on u.msn = any (f.msns)""")) {
            var row = select.executeQuery();
            row.next();
            return Columns.maybeInstant(row, "read_to");
        }
    }

    /** Per ledger of Vipps, up to when both its lists are read; a ledger with a list that never was is left out. */
    public static Map<String, Instant> booksReadTo(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select ledger, min(read_to) read_to from report_feed
                group by ledger having count(read_to) = 2""")) {
            var rows = select.executeQuery();
            Map<String, Instant> times = new HashMap<>();
            while (rows.next()) {
                times.put(rows.getString("ledger"), Columns.instant(rows, "read_to"));
            }
            return times;
        }
    }
}
