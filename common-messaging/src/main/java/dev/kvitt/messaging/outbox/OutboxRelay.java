package dev.kvitt.messaging.outbox;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.outbox.OutboxRows.OutboxRow;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.tracing.Tracing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Sends what transactions have left in the outbox. One leader per database, which keeps per-entity order: the
 * connection that holds the advisory lock is the one that reads and deletes, so a lost connection is lost leadership.
 * A row is deleted after Kafka has it; whatever dies in between sends it again, and receivers know it by its id.
 */
public final class OutboxRelay implements Stoppable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Of PostgreSQL's advisory locks, held by the one relay that leads: any number, the same in every service and used for nothing else. */
    public static final long LOCK = 0x6b766974_74L;

    private static final Duration LEADER_RETRY = Duration.ofMillis(500);
    /** A notification wakes the relay at once; this is for the one that got lost. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** How often the wait looks whether it is to stop. */
    private static final int LOOK_UP_MILLIS = 100;

    /** How long after a stop it sends what is left; what remains is sent by the next leader. */
    static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** Of nobody's order: sent apart always. */
    private static final Set<String> APART = Set.of(Topics.QUARANTINE);

    /**
     * In the order of its own alone: what tills ask for is read again before anything is said about it. Sent with all others until
     * Kafka refuses it, as when the right to write there is missing; from then on apart, until it does not. Timers that give
     * something up wait for it (ReadMarks): what nobody confirms stays reserved meanwhile, so it is tried again soon.
     */
    private static final Set<String> MAY_WAIT = Set.of(Topics.POS_HTTP);

    /** From a failure to write to a topic that is sent apart to the next try. */
    private static final Duration APART_RETRY = Duration.ofMinutes(1);

    /** The same for a topic that timers wait for, unless finding out takes the others' time, as of one that is missing. */
    private static final Duration AWAITED_RETRY = Duration.ofSeconds(5);

    private final String directUrl;
    private final Map<String, Object> producerConfig;
    private final Backoff backoff = new Backoff();
    private final Thread thread = new Thread(this::run, "kvitt-outbox");
    private final Pulse pulse = new Pulse(thread);
    private volatile boolean stopped;
    private volatile long stoppedNanos;

    /** Topics that took nothing when they were last written to, and when they are tried again. The relay's thread's alone. */
    private final Map<String, Long> shutUntilNanos = new HashMap<>();

    /**
     * @param directUrl a JDBC URL with user and password that leads to PostgreSQL itself, not to a transaction pooler
     * @param producerConfig of the Kafka producer: bootstrap servers, security
     */
    public OutboxRelay(String directUrl, Map<String, Object> producerConfig) {
        this.directUrl = directUrl;
        this.producerConfig = producerConfig;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Duration idle() {
        return pulse.idle();
    }

    @Override
    public void close() {
        stoppedNanos = System.nanoTime();
        stopped = true;
        Stoppable.join(thread);
    }

    private void run() {
        while (!stopped) {
            try (var connection = LeaderConnection.open(directUrl)) {
                while (!stopped && !becameLeader(connection)) {
                    waitToLead();
                }
                if (!stopped) {
                    lead(connection);
                }
            } catch (Sender.NotTakenException e) {
                haveToWait(Failures.reason(e) + ". Is there a topic " + e.topic()
                        + ", may this service write to it, and is its broker there?");
            } catch (SQLException | RuntimeException | Error e) {
                haveToWait(Failures.reason(e));
            }
        }
    }

    /** All wait for the one: what it is about may come before what is behind it. */
    private void haveToWait(String why) {
        LOG.warnf("The outbox has to wait: %s", why);
        pulse.beat();
        backoff.sleep(() -> stopped);
    }

    private void waitToLead() {
        pulse.beat();
        Backoff.pause(LEADER_RETRY, () -> stopped);
    }

    private static boolean becameLeader(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            var rows = lock.executeQuery();
            rows.next();
            var leader = rows.getBoolean(1);
            connection.commit();
            return leader;
        }
    }

    private void lead(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + Door.OUTBOX_CHANNEL);
            connection.commit();
        }
        try (var sender = new Sender(producerConfig)) {
            while (goesOn()) {
                var rows = OutboxRows.first(connection, shut());
                // Waiting for Kafka, or for something to send, leaves no transaction open.
                connection.commit();
                if (!rows.isEmpty()) {
                    sendApart(sender, connection, rows);
                } else if (stopped) {
                    return;
                } else {
                    waitForNotification(connection.unwrap(PGConnection.class));
                }
                backoff.reset();
            }
        }
    }

    private void waitForNotification(PGConnection connection) throws SQLException {
        var end = System.nanoTime() + WAIT.toNanos();
        var arrived = false;
        while (!arrived && !stopped && System.nanoTime() < end) {
            var notifications = connection.getNotifications(LOOK_UP_MILLIS);
            arrived = notifications != null && notifications.length > 0;
        }
    }

    /** Nobody's sale is to wait for what somebody wrote that is none; and it is in nobody's order. */
    private void sendApart(Sender sender, Connection connection, List<OutboxRow> rows) throws SQLException {
        var together = rows.stream().filter(row -> !isApart(row.topic())).toList();
        try {
            if (!together.isEmpty()) {
                sendTraced(sender, connection, together);
            }
        } catch (Sender.NotTakenException e) {
            // What passes by itself, as while a broker starts, is over sooner than the next try of a shut topic.
            if (!MAY_WAIT.contains(e.topic()) || e.getCause() instanceof RetriableException) {
                throw e;
            }
            // The rest comes with the next rows.
            shut(e.topic(), e);
            return;
        }
        var apart = rows.stream().filter(row -> isApart(row.topic())).collect(Collectors.groupingBy(OutboxRow::topic));
        for (var each : apart.entrySet()) {
            try {
                sendTraced(sender, connection, each.getValue());
                shutUntilNanos.remove(each.getKey());
            } catch (KafkaException e) {
                shut(each.getKey(), e);
            }
        }
    }

    private boolean isApart(String topic) {
        return APART.contains(topic) || shutUntilNanos.containsKey(topic);
    }

    private void shut(String topic, KafkaException e) {
        var awaited = MAY_WAIT.contains(topic);
        var retry = awaited && !(e.getCause() instanceof RetriableException) ? AWAITED_RETRY : APART_RETRY;
        shutUntilNanos.put(topic, System.nanoTime() + retry.toNanos());
        LOG.errorf(
                "What is for %s has to wait, and nothing else%s: %s. Is there such a topic, and may this service write to it?",
                topic,
                awaited ? " but all timers that give sales up: what nobody confirms stays reserved" : "",
                Failures.reason(e));
    }

    /** Topics that it is too early to try again. */
    private Set<String> shut() {
        var now = System.nanoTime();
        return shutUntilNanos.entrySet().stream()
                .filter(each -> now - each.getValue() < 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void sendTraced(Sender sender, Connection connection, List<OutboxRow> rows) throws SQLException {
        if (!Tracing.isOn()) {
            send(sender, connection, rows);
            return;
        }
        var traced = rows.stream().map(TracedRow::of).toList();
        try {
            send(sender, connection, traced.stream().map(TracedRow::row).toList());
        } catch (SQLException | RuntimeException | Error e) {
            traced.forEach(each -> each.span().failed(e));
            throw e;
        } finally {
            traced.forEach(each -> each.span().close());
        }
    }

    private void send(Sender sender, Connection connection, List<OutboxRow> rows) throws SQLException {
        CrashPoint.reached("outbox.before-send");
        sender.send(rows, this::goesOn);
        CrashPoint.reached("outbox.after-send");
        OutboxRows.delete(connection, rows);
        CrashPoint.reached("outbox.before-delete-commit");
        connection.commit();
        CrashPoint.reached("outbox.after-delete-commit");
    }

    /** Also for a while after the stop, so that what was applied is also said. A broker that is away is no standstill. */
    private boolean goesOn() {
        pulse.beat();
        return !stopped || System.nanoTime() - stoppedNanos < LAST_WORDS.toNanos();
    }
}
