package dev.kvitt.checkin.store;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the last comparison with Vipps has found besides the codes that are wanted. */
@Singleton
public class CodeComparisons {

    private final Transactions transactions;

    CodeComparisons(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A code that Vipps has and nobody here wants.
     *
     * @param kept its location, or the page that a redirect code opens
     */
    public record Unwanted(String qrId, boolean redirect, String kept) {}

    /**
     * Notes a comparison.
     *
     * @param redirects whether it was of redirect codes
     * @param kept the location or the page of all such codes that Vipps has of this sales unit, by their ids
     */
    public void note(String msn, boolean redirects, Instant at, Map<String, String> kept) {
        transactions.run(connection -> {
            noteTime(connection, msn, at);
            var ours = ours(connection, msn, redirects);
            try (var delete = connection.prepareStatement("delete from code_unwanted where msn = ? and redirect = ?");
                    var insert = connection.prepareStatement(
                            "insert into code_unwanted (msn, redirect, qr_id, kept) values (?, ?, ?, ?) on conflict do nothing")) {
                delete.setString(1, msn);
                delete.setBoolean(2, redirects);
                delete.executeUpdate();
                for (var there : kept.entrySet()) {
                    if (!ours.contains(there.getKey())) {
                        insert.setString(1, msn);
                        insert.setBoolean(2, redirects);
                        insert.setString(3, there.getKey());
                        insert.setString(4, there.getValue());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            return true;
        });
    }

    /** Replicas take turns by this row. */
    private static void noteTime(Connection connection, String msn, Instant at) throws SQLException {
        try (var insert = connection.prepareStatement("insert into code_comparison (msn, compared_at) values (?, ?)"
                + " on conflict (msn) do update set compared_at = excluded.compared_at")) {
            insert.setString(1, msn);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static Set<String> ours(Connection connection, String msn, boolean redirects) throws SQLException {
        try (var select =
                connection.prepareStatement("select qr_id from qr_code where msn = ? and (target is not null) = ?")) {
            select.setString(1, msn);
            select.setBoolean(2, redirects);
            var rows = select.executeQuery();
            var ours = new HashSet<String>();
            while (rows.next()) {
                ours.add(rows.getString(1));
            }
            return ours;
        }
    }

    /** When Vipps was last asked what it has; empty before the first time. */
    public Optional<Instant> comparedAt(String msn) {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement("select compared_at from code_comparison where msn = ?")) {
                select.setString(1, msn);
                var row = select.executeQuery();
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    /** What Vipps has and nobody here wants. */
    public List<Unwanted> unwanted(String msn) {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    "select qr_id, redirect, kept from code_unwanted where msn = ?" + " order by qr_id, redirect")) {
                select.setString(1, msn);
                var rows = select.executeQuery();
                var found = new ArrayList<Unwanted>();
                while (rows.next()) {
                    found.add(new Unwanted(rows.getString(1), rows.getBoolean(2), rows.getString(3)));
                }
                return found;
            }
        });
    }

    /** One of them is gone. */
    public void gone(String msn, String qrId) {
        transactions.run(connection -> {
            try (var delete = connection.prepareStatement("delete from code_unwanted where msn = ? and qr_id = ?")) {
                delete.setString(1, msn);
                delete.setString(2, qrId);
                return delete.executeUpdate();
            }
        });
    }

    /** How many there are of all sales units. */
    public long unwanted() {
        return transactions.run(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from code_unwanted")) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
