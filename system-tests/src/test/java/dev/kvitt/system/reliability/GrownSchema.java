package dev.kvitt.system.reliability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database as a later release leaves it: every table has one more column, and Flyway knows of one more migration. */
final class GrownSchema {

    private GrownSchema() {}

    static void in(DatabaseServer server, String database) {
        try (var connection = server.admin().connect(database);
                var sql = connection.createStatement()) {
            for (var table : tables(connection)) {
                sql.execute("alter table " + table + " add column of_a_later_release text not null default 'x'");
            }
            sql.execute(
                    """
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                        installed_by, execution_time, success)
                    select max(installed_rank) + 1, '2099.1.1.1', 'later', 'SQL', 'V2099_1_1_1__later.sql', 1, 'later', 1, true
                    from flyway_schema_history""");
        } catch (SQLException e) {
            throw new IllegalStateException("the schema of " + database + " cannot be extended", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select quote_ident(table_name) from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'""")) {
            var rows = select.executeQuery();
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
