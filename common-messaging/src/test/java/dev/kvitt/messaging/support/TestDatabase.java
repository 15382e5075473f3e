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
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** A database of a test's own with the tables of the migration, and a pool as Quarkus makes it. */
public final class TestDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TestDatabase.class);

    private final Database database;
    private final AgroalDataSource pool;

    /** By which tests look, again and again until they see what they wait for; not of the pool, whose may be cut or all be taken. */
    private Connection onlooker;

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
        database.execute(Broker.ends(Recorder.READ).entrySet().stream()
                .map(end -> "('%s', %d, %d)"
                        .formatted(end.getKey().topic(), end.getKey().partition(), end.getValue()))
                .collect(Collectors.joining(", ", "insert into consumed_offset values ", "")));
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
    public synchronized List<String> column(String sql) {
        try {
            return read(sql);
        } catch (SQLException e) {
            // Cut by the test, or the server was restarted.
            forgetOnlooker();
            try {
                return read(sql);
            } catch (SQLException again) {
                throw new IllegalStateException(sql, again);
            }
        }
    }

    private List<String> read(String sql) throws SQLException {
        if (onlooker == null) {
            onlooker = DriverManager.getConnection(database.directUrl());
        }
        try (var statement = onlooker.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void forgetOnlooker() {
        try {
            if (onlooker != null) {
                onlooker.close();
            }
        } catch (SQLException e) {
            LOG.debug("A cut connection cannot be closed", e);
        }
        onlooker = null;
    }

    /** Where the service is to read on. */
    public Map<TopicPartition, Long> offsets() {
        return column("select topic || ' ' || partition || ' ' || next_offset from consumed_offset").stream()
                .map(row -> row.split(" ", -1))
                .collect(Collectors.toMap(
                        row -> new TopicPartition(row[0], Integer.parseInt(row[1])), row -> Long.valueOf(row[2])));
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
    public synchronized void close() {
        forgetOnlooker();
        pool.close();
    }
}
