package dev.kvitt.local.test;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What PostgreSQL has read of a table for this transaction, so that a test can say which rows a statement looks at.
 *
 * @param scans how often it read all of the table
 * @param rows how many rows it read, of all or by an index
 */
public record Reading(long scans, long rows) {

    /** Until now; to be compared with later by {@link #since}. */
    public static Reading of(Connection connection, String table) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select seq_scan, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                where relname = ?""")) {
            select.setString(1, table);
            var found = select.executeQuery();
            found.next();
            return new Reading(found.getLong(1), found.getLong(2));
        }
    }

    public Reading since(Reading before) {
        return new Reading(scans - before.scans, rows - before.rows);
    }
}
