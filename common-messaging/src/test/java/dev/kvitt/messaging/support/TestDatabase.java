package dev.kvitt.messaging.support;

import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.store.JdbcTransactions;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database of a test's own with the tables of the migration, and a pool as Quarkus makes it. */
public final class TestDatabase implements AutoCloseable {

    private final Database database;
    private final AgroalDataSource pool;

    private TestDatabase(Database database) {
        this.database = database;
        this.pool = pool(database);
    }

    /** Migrated; its offsets stand where the topics end, so that what other tests wrote is not read. */
    public static TestDatabase fresh() {
        return migrated(TestParts.postgres().freshDatabase("messaging"));
    }

    public static TestDatabase migrated(Database empty) {
        var database = new TestDatabase(empty);
        Flyway.configure()
                .dataSource(database.pool)
                .locations("classpath:db/messaging")
                .load()
                .migrate();
        Broker.ends(Recorder.READ)
                .forEach((partition, end) -> database.execute("insert into consumed_offset values ('%s', %d, %d)"
                        .formatted(partition.topic(), partition.partition(), end)));
        return database;
    }

    /** The same tables from another process. */
    public static TestDatabase existing(String url, String user, String password) {
        return new TestDatabase(new Database(url, user, password));
    }

    private static AgroalDataSource pool(Database database) {
        var config = new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(20)
                .acquisitionTimeout(Duration.ofSeconds(5))
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                        .principal(new NamePrincipal(database.user()))
                        .credential(new SimplePassword(database.password()))));
        try {
            return AgroalDataSource.from(config);
        } catch (SQLException e) {
            throw new IllegalStateException("no pool for " + database, e);
        }
    }

    public Database database() {
        return database;
    }

    public JdbcTransactions transactions() {
        return new JdbcTransactions(pool);
    }

    /** As superuser: to cut connections and to see them. */
    public Connection admin() throws SQLException {
        return TestParts.postgres().admin().connect(name());
    }

    public String name() {
        return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
    }

    /** On a connection of its own: those of the pool may have been cut. */
    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(database.directUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of all rows, as text. */
    public List<String> column(String sql) {
        try (var connection = DriverManager.getConnection(database.directUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    /** What has happened to an entity, in order; empty when there is none. */
    public List<String> history(String key) {
        return column("select h.value from entity, jsonb_array_elements_text(state) with ordinality as h (value, n) "
                + "where key = '" + key + "' order by n");
    }

    public boolean parked(String key) {
        return number("select count(*) from entity where parked and key = '" + key + "'") == 1;
    }

    @Override
    public void close() {
        pool.close();
    }
}
