package dev.kvitt.system.reliability;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a service has applied its topics, as its own database says.
 *
 * @param offsets of the next message, by topic and partition
 */
record Applied(Map<String, Long> offsets) {

    static Applied in(DatabaseServer server, String database) {
        try (var connection = server.admin().connect(database);
                var sql = connection.createStatement()) {
            var offsets = new HashMap<String, Long>();
            var rows = sql.executeQuery("select topic, partition, next_offset from consumed_offset");
            while (rows.next()) {
                offsets.put(rows.getString(1) + "-" + rows.getInt(2), rows.getLong(3));
            }
            return new Applied(Map.copyOf(offsets));
        } catch (SQLException e) {
            throw new IllegalStateException("the offsets of " + database + " cannot be read", e);
        }
    }

    /** Messages that this has applied and the earlier has not. */
    long since(Applied earlier) {
        return offsets.entrySet().stream()
                .mapToLong(each -> each.getValue() - earlier.offsets.getOrDefault(each.getKey(), 0L))
                .sum();
    }

    boolean isAtLeast(Applied other) {
        return other.offsets.entrySet().stream()
                .allMatch(each -> offsets.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }
}
