package dev.kvitt.system.crash;

import dev.kvitt.system.StackUnderTest;
import java.sql.SQLException;

/** What stands in a service's database while it is halted. */
final class Rows {

    private Rows() {}

    static long count(String database, String query) {
        try (var connection = StackUnderTest.stack().databaseAdmin().connect(database);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String database, String statement) {
        try (var connection = StackUnderTest.stack().databaseAdmin().connect(database);
                var sql = connection.createStatement()) {
            if (sql.executeUpdate(statement) == 0) {
                throw new IllegalStateException("nothing was changed by: " + statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
