package dev.kvitt.capture.support;

import dev.kvitt.events.OperationId;
import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the database. */
@Singleton
public class OperationTable {

    private final Transactions transactions;

    OperationTable(Transactions transactions) {
        this.transactions = transactions;
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

    public List<Map<String, Object>> query(String sql) {
        return transactions.run(connection -> {
            try (var statement = connection.createStatement();
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
            }
        });
    }

    public int update(String sql) {
        return transactions.run(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
