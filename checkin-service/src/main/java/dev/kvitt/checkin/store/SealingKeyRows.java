package dev.kvitt.checkin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Day keys in SQL. */
final class SealingKeyRows {

    private SealingKeyRows() {}

    static Map<LocalDate, String> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select kid, jwk from sealing_key")) {
            var rows = select.executeQuery();
            var found = new TreeMap<LocalDate, String>();
            while (rows.next()) {
                found.put(rows.getObject(1, LocalDate.class), rows.getString(2));
            }
            return found;
        }
    }

    /** Of two processes that make the same day's key, the first one's stays. */
    static void insertIfMissing(Connection connection, LocalDate day, String sealedJwk) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into sealing_key (kid, jwk) values (?, ?) on conflict (kid) do nothing")) {
            insert.setObject(1, day);
            insert.setString(2, sealedJwk);
            insert.executeUpdate();
        }
    }

    /** @return how many there were */
    static int deleteUntil(Connection connection, LocalDate lastDay) throws SQLException {
        try (var delete = connection.prepareStatement("delete from sealing_key where kid <= ?")) {
            delete.setObject(1, lastDay);
            return delete.executeUpdate();
        }
    }
}
