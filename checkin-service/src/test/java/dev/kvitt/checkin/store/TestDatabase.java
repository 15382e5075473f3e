package dev.kvitt.checkin.store;

import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.store.JdbcTransactions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own with this service's tables, without Quarkus. */
final class TestDatabase {

    private final Database database = TestParts.postgres().freshDatabase("checkin");

    TestDatabase() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/messaging", "db/checkin")
                .load()
                .migrate();
    }

    JdbcTransactions transactions() {
        return new JdbcTransactions(source());
    }

    DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.directUrl());
        return source;
    }

    /** With a transaction of its own. */
    Connection connection() throws SQLException {
        var connection = DriverManager.getConnection(database.directUrl());
        connection.setAutoCommit(false);
        return connection;
    }
}
