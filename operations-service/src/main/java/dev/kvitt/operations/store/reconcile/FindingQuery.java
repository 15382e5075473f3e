package dev.kvitt.operations.store.reconcile;

import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which findings are asked for; absent parts ask for all.
 *
 * @param after the last one of the page before
 * @param limit at most so many
 */
public record FindingQuery(
        Optional<String> state, Optional<FindingKind> kind, Optional<String> msn, Optional<UUID> after, int limit) {

    /**
     * A finding with its life.
     *
     * @param state open, explained or gone
     * @param since since when it is there without a break
     */
    public record Stored(
            UUID id,
            Finding finding,
            String state,
            Instant since,
            Optional<String> explainedBy,
            Optional<String> explanation,
            Optional<Instant> goneAt) {}

    /** The newest first. */
    public List<Stored> read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select * from finding f
                where (?::text is null or state = ?) and (?::text is null or kind = ?) and (?::text is null or msn = ?)
                    and (?::uuid is null or (since, id) < (select since, id from finding where id = ?))
                order by since desc, id desc limit ?""")) {
            select.setString(1, state.orElse(null));
            select.setString(2, state.orElse(null));
            select.setString(3, kind.map(FindingKind::code).orElse(null));
            select.setString(4, kind.map(FindingKind::code).orElse(null));
            select.setString(5, msn.orElse(null));
            select.setString(6, msn.orElse(null));
            select.setObject(7, after.orElse(null));
            select.setObject(8, after.orElse(null));
            select.setInt(9, limit);
            return all(select.executeQuery());
        }
    }

    public static Optional<Stored> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("select * from finding where id = ?")) {
            select.setObject(1, id);
            return all(select.executeQuery()).stream().findFirst();
        }
    }

    /** How many stand and nobody has explained, by the kind's code; kinds without any are left out. */
    public static Map<String, Long> open(Connection connection) throws SQLException {
        try (var select =
                connection.prepareStatement("select kind, count(*) from finding where state = 'open' group by kind")) {
            var rows = select.executeQuery();
            Map<String, Long> open = new HashMap<>();
            while (rows.next()) {
                open.put(rows.getString(1), rows.getLong(2));
            }
            return open;
        }
    }

    private static List<Stored> all(ResultSet rows) throws SQLException {
        List<Stored> all = new ArrayList<>();
        while (rows.next()) {
            all.add(stored(rows));
        }
        return all;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Finding finding = new Finding(
                FindingKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("msn"),
                row.getString("sale_id"),
                row.getString("reference"),
                row.getString("psp_reference"),
                row.getString("currency"),
                Columns.maybeLong(row, "expected"),
                Columns.maybeLong(row, "found"),
                Columns.instant(row, "at"));
        return new Stored(
                row.getObject("id", UUID.class),
                finding,
                row.getString("state"),
                Columns.instant(row, "since"),
                Optional.ofNullable(row.getString("explained_by")),
                Optional.ofNullable(row.getString("explanation")),
                Columns.maybeInstant(row, "gone_at"));
    }
}
