package dev.kvitt.payment.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Msn;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.inbox.Inbox;
import dev.kvitt.messaging.inbox.Offsets;
import dev.kvitt.messaging.inbox.Parking;
import dev.kvitt.messaging.inbox.Positions;
import dev.kvitt.messaging.inbox.ReadMarks;
import dev.kvitt.messaging.inbox.Reader;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.JdbcTransactions;
import dev.kvitt.messaging.task.TaskLoop;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.messaging.timer.TimerLoop;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Timing;
import dev.kvitt.registry.Registry;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;

/** The shell on a real database, fed by hand: no broker, and a clock that stands still. */
public final class OnADatabase {

    public static final Path SHOP = Path.of("src/test/resources/shop-registry.yaml");

    private static Database database;
    private static JdbcTransactions transactions;
    private final Positions positions = new Positions();
    public volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private Inbox inbox;
    private SaleHandler handler;
    private Door door;

    public OnADatabase(Registry registry) {
        migrateOnce();
        execute(
                """
                truncate entity, outbox, timer, task, consumed_offset, parked, refund_day, refund_counted,
                    payment_reads, http_request, http_sale, till_feed, till_told
                restart identity""");
        runsWith(registry);
    }

    /** A database takes longer to make than to empty. */
    private static synchronized void migrateOnce() {
        if (database == null) {
            database = TestParts.postgres().freshDatabase("payment");
            transactions = new JdbcTransactions(source(database));
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .locations("classpath:db/messaging", "classpath:db/payment")
                    .load()
                    .migrate();
        }
    }

    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(database.directUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** As after a start with another registry: same database, everything else new. */
    void runsWith(Registry registry) {
        handler = new SaleHandler(
                new Saga(Timing.DEFAULT),
                new Inputs(new Agreements(registry)),
                new Permissions(registry),
                new Openings(registry, Duration.ofHours(24)),
                new RefundControl(registry));
        var reader = new Reader("payment-service", handler, new Sealer(null, () -> now), () -> now);
        door = new Door(transactions, () -> now);
        inbox = new Inbox(door, handler, reader, new Parking(handler));
    }

    /** Reads one message, written just now. */
    public void read(String topic, EventData data) {
        read(topic, data, now);
    }

    void read(String topic, EventData data, Instant writtenAt) {
        read(topic, List.of(data), writtenAt);
    }

    /** Reads messages as one batch. */
    public void read(String topic, List<? extends EventData> batch, Instant writtenAt) {
        read(topic, batch, writtenAt, Map.of());
    }

    /** Reads a message with more headers than an event has. */
    void read(String topic, EventData data, Map<String, String> more) {
        read(topic, List.of(data), now, more);
    }

    private void read(String topic, List<? extends EventData> batch, Instant writtenAt, Map<String, String> more) {
        var partition = new TopicPartition(topic, 0);
        positions.put(transactions.run(connection -> Offsets.load(connection, Map.of(partition, 0L))));
        var messages = new ArrayList<Incoming>();
        for (var data : batch) {
            var event = new Event<>(UUID.randomUUID(), "test", now, msn(data), null, data);
            var headers = EventCodec.headers(event);
            headers.putAll(more);
            messages.add(new Incoming(
                    topic,
                    0,
                    positions.of(partition) + messages.size(),
                    event.key(),
                    headers,
                    EventCodec.value(data),
                    writtenAt));
        }
        inbox.process(messages, positions);
    }

    /** Timers and tasks as in the running service, by the same clock; whoever starts them closes them. */
    public List<Stoppable> loops(TaskRunner runner, int inFlight) {
        var marks = new ReadMarks(transactions, () -> now, handler.topics());
        return List.of(
                new TimerLoop(door, transactions, handler, marks, () -> now),
                new TaskLoop(door, transactions, runner, () -> now, TaskLoop.LEASE, inFlight));
    }

    /** As if everything written before had been applied. */
    public void fires(String timer, String key) {
        door.pass(List.of(key), session -> {
            handler.onTimer(session.entity(key), timer, now, session.effects(key));
            return null;
        });
    }

    public Door door() {
        return door;
    }

    public void later(Duration time) {
        now = now.plus(time);
    }

    private static Msn msn(EventData data) {
        return new Msn(data.key().substring(0, data.key().indexOf('/')));
    }

    /** Everything of a kind that was said, in order. */
    <T extends EventData> List<T> said(Class<T> type) {
        var found = new ArrayList<T>();
        try (var connection = DriverManager.getConnection(database.directUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select headers, value from outbox order by id")) {
            while (rows.next()) {
                var data = EventCodec.read(Json.strings(rows.getString(1)), rows.getBytes(2))
                        .data();
                if (type.isInstance(data)) {
                    found.add(type.cast(data));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** The first column of the only row. */
    public long number(String sql) {
        try (var connection = DriverManager.getConnection(database.directUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public JdbcTransactions transactions() {
        return transactions;
    }

    private static AgroalDataSource source(Database database) {
        var config = new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(10)
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                        .principal(new NamePrincipal(database.user()))
                        .credential(new SimplePassword(database.password()))));
        try {
            return AgroalDataSource.from(config);
        } catch (SQLException e) {
            throw new IllegalStateException("no pool for " + database, e);
        }
    }
}
