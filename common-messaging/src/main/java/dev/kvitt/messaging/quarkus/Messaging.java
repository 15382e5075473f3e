package dev.kvitt.messaging.quarkus;

import dev.kvitt.events.seal.Sealer;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.inbox.Batches;
import dev.kvitt.messaging.inbox.ConsumerLoop;
import dev.kvitt.messaging.inbox.Inbox;
import dev.kvitt.messaging.inbox.Parking;
import dev.kvitt.messaging.inbox.ReadMarks;
import dev.kvitt.messaging.inbox.Reader;
import dev.kvitt.messaging.inbox.Tally;
import dev.kvitt.messaging.outbox.OutboxRelay;
import dev.kvitt.messaging.replay.Replayer;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.task.TaskLoop;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.messaging.timer.TimerLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts and stops a service's inbox, outbox, timers and tasks around its {@link Handler} and {@link TaskRunner}. A service with
 * {@link Batches} of its own instead of a handler has no entities, and so neither timers nor tasks.
 */
@ApplicationScoped
public class Messaging {

    private final Door door;
    /** Absent where there is no handler. */
    private final Reader reader;

    private final Handler handler;
    private final Batches batches;
    private final ConsumerLoop consumer;
    private final Transactions transactions;
    private final ReadMarks marks;
    private final List<Stoppable> all;
    private final List<Stoppable> watched = new CopyOnWriteArrayList<>();

    Messaging(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            MessagingConfig config,
            Transactions transactions,
            Instance<Handler> handlers,
            Instance<Batches> own,
            Instance<TaskRunner> runner,
            Sealer sealer,
            InstantSource clock) {
        this.handler = own.isResolvable() ? null : handlers.get();
        this.door = new Door(transactions, clock);
        this.reader = handler == null ? null : new Reader(service, handler, sealer, clock);
        this.batches = handler == null ? own.get() : new Inbox(door, handler, reader, new Parking(handler));
        this.transactions = transactions;
        this.marks = new ReadMarks(transactions, clock, batches.topics());
        this.consumer = new ConsumerLoop(clients(config, "group.id", service), batches, transactions, marks);
        this.all = new ArrayList<>(List.of(consumer));
        if (handler != null) {
            all.add(new TimerLoop(door, transactions, handler, marks, clock));
        }
        if (runner.isResolvable()) {
            all.add(new TaskLoop(
                    door,
                    transactions,
                    runner.get(),
                    clock,
                    TaskLoop.LEASE,
                    config.tasks().inFlight()));
        }
        var direct = DirectUrl.of(config.db().directUrl(), user.orElse(""), password.orElse(""));
        if (handler != null) {
            all.add(new Replayer(
                    clients(config, "client.id", service + "-replay"),
                    Reader.topics(handler),
                    reader,
                    new Inbox(door, handler, reader, new Parking(handler)),
                    transactions));
        }
        all.add(new OutboxRelay(direct, clients(config, "client.id", service)));
    }

    private static double stalledSeconds(ConsumerLoop consumer) {
        return consumer.sinceLastGoodRound().toMillis() / 1000.0;
    }

    private static double idleSeconds(Stoppable loop) {
        return loop.idle().toMillis() / 1000.0;
    }

    static Map<String, Object> clients(MessagingConfig config, String name, String value) {
        var all = new HashMap<String, Object>(config.kafka().properties());
        all.put("bootstrap.servers", config.kafka().bootstrap());
        all.put(name, value);
        return all;
    }

    void start(@Observes StartupEvent event, BacklogMetrics backlog, MeterRegistry registry) {
        backlog.register(registry);
        Tally.begin(batches.topics());
        all.forEach(loop -> gauge(loop, registry));
        Gauge.builder("kvitt.consumer.lag", consumer, ConsumerLoop::lag)
                .description("Messages in our partitions that were not applied after the last round that succeeded")
                .register(registry);
        Gauge.builder("kvitt.consumer.stalled.seconds", consumer, Messaging::stalledSeconds)
                .description("Since the last round of reading that succeeded")
                .register(registry);
        all.forEach(Stoppable::start);
    }

    /** Liveness looks at this loop as well; whoever has it starts and ends it. */
    public void watch(Stoppable loop, MeterRegistry registry) {
        watched.add(loop);
        gauge(loop, registry);
    }

    private static void gauge(Stoppable loop, MeterRegistry registry) {
        Gauge.builder("kvitt.loop.idle.seconds", loop, Messaging::idleSeconds)
                .tag("loop", loop.name())
                .description("Since the loop last moved")
                .strongReference(true)
                .register(registry);
    }

    /** Reading stops first and sending last, so that what was applied is also said. */
    void stop(@Observes ShutdownEvent event) {
        all.forEach(Stoppable::close);
    }

    /** False where a service keeps what it reads without entities: nothing is parked there, and nothing replayed. */
    public boolean hasEntities() {
        return handler != null;
    }

    boolean ready() {
        return consumer.ready();
    }

    Set<String> missingTopics() {
        return marks.missing();
    }

    List<Stoppable> loops() {
        return Stream.concat(all.stream(), watched.stream()).toList();
    }

    List<String> topics() {
        return batches.topics();
    }

    /** The one way to change entities. */
    @Produces
    @Singleton
    public Door door() {
        return door;
    }

    /** Since the last round of reading that succeeded; more than a few seconds mean that Kafka or the database is away. */
    public Duration sinceLastRead() {
        return consumer.sinceLastGoodRound();
    }

    /**
     * Everything that was written to any input before this time has been applied. Empty while that is not known, as just
     * after a start; asking makes it known soon.
     */
    public Optional<Instant> appliedUntil() {
        marks.ask();
        return transactions.run(marks::allReadUntil);
    }

    /** Lets a parked entity go on; throws when what parked it still cannot be processed. */
    public void unpark(String key) {
        Parking.unpark(door, handler, reader, key);
    }
}
