package dev.kvitt.capture.support;

import dev.kvitt.events.OperationId;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What stands in the database, seen past the service. */
@Singleton
public class OperationTable {

    private final String url;

    OperationTable(@ConfigProperty(name = "kvitt.db.direct-url") String url) {
        this.url = url;
    }

    public Map<String, Object> row(OperationId operation) {
        var rows = query("select * from operation where operation_id = '" + operation + "'");
        if (rows.size() != 1) {
            throw new AssertionError("there are " + rows.size() + " rows of " + operation);
        }
        return rows.getFirst();
    }

    public int count(String table, String condition) {
        return query("select 1 from " + table + " where " + condition).size();
    }

    private List<Map<String, Object>> query(String sql) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, Object>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnName(column), found.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int update(String sql) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
