package dev.kvitt.receipt.support;

import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What stands in the database, seen past the service. */
@Singleton
public class ReceiptTable {

    private final String url;

    ReceiptTable(@ConfigProperty(name = "kvitt.db.direct-url") String url) {
        this.url = url;
    }

    public int count(String table, String condition) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + table + " where " + condition)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
