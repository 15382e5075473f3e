package dev.kvitt.messaging.support;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.inbox.ConsumerLoop;
import dev.kvitt.messaging.inbox.Inbox;
import dev.kvitt.messaging.inbox.Parking;
import dev.kvitt.messaging.inbox.ReadMarks;
import dev.kvitt.messaging.inbox.Reader;
import dev.kvitt.messaging.outbox.OutboxRelay;
import dev.kvitt.messaging.replay.Replayer;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.TaskLoop;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.messaging.timer.TimerLoop;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One process of a service, with all its loops, in this JVM. */
public final class Replica implements AutoCloseable {

    public static final TaskRunner NO_TASKS = task -> Completion.done((entity, effects) -> {});

    /** Short, so that tests of a lease that ran out do not wait long. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    /** Longer than anything here takes. */
    public static final Duration STUCK_AFTER = Duration.ofMinutes(2);

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final JWKSet KEYS = new JWKSet(DayKeys.generate(DAY));
    private static final Sealer SEALER = new Sealer(
            () -> KEYS, InstantSource.fixed(DAY.atStartOfDay(ZoneOffset.UTC).toInstant()));

    private final Door door;
    private final Handler handler;
    private final Reader reader;
    private final ConsumerLoop consumer;
    private final List<Stoppable> loops;

    private Replica(
            String service,
            TestDatabase database,
            Transactions ofDoor,
            Handler handler,
            TaskRunner runner,
            Map<String, Object> kafka,
            InstantSource clock) {
        var transactions = database.transactions();
        this.handler = handler;
        door = new Door(ofDoor, clock);
        reader = new Reader(service, handler, SEALER, clock);
        var marks = new ReadMarks(transactions, clock, Reader.topics(handler));
        var inbox = new Inbox(door, handler, reader, new Parking(handler));
        var config = new HashMap<>(kafka);
        config.putIfAbsent("group.id", service);
        // The shortest that brokers allow: how long a test waits after a process was killed.
        config.putIfAbsent("session.timeout.ms", "6000");
        config.putIfAbsent("heartbeat.interval.ms", "1000");
        consumer = new ConsumerLoop(config, inbox, transactions, marks);
        loops = List.of(
                consumer,
                new TimerLoop(door, transactions, handler, marks, clock),
                new TaskLoop(door, transactions, runner, clock, LEASE, TaskLoop.IN_FLIGHT),
                new Replayer(
                        kafka,
                        Reader.topics(handler),
                        reader,
                        new Inbox(door, handler, reader, new Parking(handler)),
                        transactions),
                new OutboxRelay(database.database().directUrl(), Broker.clients()));
        loops.forEach(Stoppable::start);
    }

    public static Replica start(String service, TestDatabase database, Handler handler) {
        return start(service, database, handler, NO_TASKS);
    }

    public static Replica start(String service, TestDatabase database, Handler handler, TaskRunner runner) {
        return start(service, database, handler, runner, Map.of());
    }

    /** @param ofDoor with which all that it does to entities is done */
    public static Replica start(String service, TestDatabase database, Transactions ofDoor, Handler handler) {
        return new Replica(service, database, ofDoor, handler, NO_TASKS, Broker.clients(), InstantSource.system());
    }

    /** On a machine with a clock of its own. */
    public static Replica start(String service, TestDatabase database, Handler handler, InstantSource clock) {
        return new Replica(service, database, database.transactions(), handler, NO_TASKS, Broker.clients(), clock);
    }

    /** @param more of the consumer's settings */
    public static Replica start(
            String service, TestDatabase database, Handler handler, TaskRunner runner, Map<String, Object> more) {
        var kafka = new HashMap<>(Broker.clients());
        kafka.putAll(more);
        return new Replica(service, database, database.transactions(), handler, runner, kafka, InstantSource.system());
    }

    /** Of a process that reads nothing live. */
    public static Stoppable replayer(String service, TestDatabase database, Handler handler) {
        return replayer(service, database, handler, Map.of());
    }

    /** @param more of the consumer's settings */
    public static Stoppable replayer(String service, TestDatabase database, Handler handler, Map<String, Object> more) {
        var kafka = new HashMap<>(Broker.clients());
        kafka.putAll(more);
        var clock = InstantSource.system();
        var reader = new Reader(service, handler, SEALER, clock);
        var inbox = new Inbox(new Door(database.transactions(), clock), handler, reader, new Parking(handler));
        return new Replayer(kafka, Reader.topics(handler), reader, inbox, database.transactions());
    }

    public Door door() {
        return door;
    }

    public void unpark(String key) {
        Parking.unpark(door, handler, reader, key);
    }

    public boolean ready() {
        return consumer.ready();
    }

    public boolean alive() {
        return loops.stream().allMatch(loop -> loop.alive(STUCK_AFTER));
    }

    /** One of its loops, by its name. */
    public Stoppable loop(String name) {
        return loops.stream()
                .filter(loop -> loop.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Unsealer unsealer() {
        return new Unsealer(() -> KEYS);
    }

    @Override
    public void close() {
        loops.forEach(Stoppable::close);
    }
}
