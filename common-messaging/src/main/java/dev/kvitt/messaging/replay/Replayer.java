package dev.kvitt.messaging.replay;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.inbox.ConsumerSettings;
import dev.kvitt.messaging.inbox.Inbox;
import dev.kvitt.messaging.inbox.Messages;
import dev.kvitt.messaging.inbox.Reader;
import dev.kvitt.messaging.inbox.Unapplied;
import dev.kvitt.messaging.store.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads topics again when an operator has ordered it, in no group and up to where the service itself stands. What its entities know
 * is passed over without a lock; the rest goes through the {@link Inbox} like what comes live. Any process may go on with what
 * another has begun: where it stands is written with what was applied.
 */
public final class Replayer implements Stoppable {

    private static final Logger LOG = Logger.getLogger(Replayer.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Sales that one transaction may lock: those who sell live wait no longer than that. */
    static final int BATCH = 100;

    private final UUID owner = UUID.randomUUID();
    private final Map<String, Object> clients;
    private final List<String> topics;
    private final Reader reader;
    private final Inbox inbox;
    private final Transactions transactions;
    private final Backoff backoff = new Backoff();
    private final Thread thread = new Thread(this::run, "kvitt-replay");
    private final Pulse pulse = new Pulse(thread);
    private volatile boolean stopped;

    /**
     * @param clients of Kafka's clients: bootstrap servers, security
     * @param topics as the service reads them
     * @param inbox one of its own: what fails here says nothing about what comes live
     */
    public Replayer(
            Map<String, Object> clients, List<String> topics, Reader reader, Inbox inbox, Transactions transactions) {
        this.clients = clients;
        this.topics = topics;
        this.reader = reader;
        this.inbox = inbox;
        this.transactions = transactions;
        inbox.whileBusy(pulse::beat);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Duration idle() {
        return pulse.idle();
    }

    @Override
    public void close() {
        stopped = true;
        Stoppable.join(thread);
    }

    private void run() {
        while (!stopped) {
            pulse.beat();
            try {
                var replay = transactions.run(connection -> ReplayRows.claim(connection, owner));
                if (replay.isPresent()) {
                    work(replay.get());
                } else {
                    Backoff.pause(LOOK_EVERY, () -> stopped);
                }
                backoff.reset();
            } catch (RuntimeException | Error e) {
                LOG.warnf("A replay has to wait: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
        }
    }

    private void work(Replay replay) {
        try {
            read(replay);
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.errorf("Replay %s has failed: %s", replay.id(), Failures.reason(e));
            transactions.run(connection -> {
                ReplayRows.finish(connection, replay.id(), owner, Failures.reason(e));
                return null;
            });
        }
    }

    private void read(Replay replay) {
        var config = ConsumerSettings.withoutGroup(clients, Math.min(BATCH, replay.rate()));
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var positions = positions(consumer, replay);
            for (var stage : Stages.of(positions.all())) {
                read(replay, consumer, positions, stage);
            }
            if (!stopped) {
                transactions.run(connection -> {
                    ReplayRows.finish(connection, replay.id(), owner, null);
                    return null;
                });
                LOG.infof("Replay %s is done", replay.id());
            }
        }
    }

    private ReplayPositions positions(KafkaConsumer<byte[], byte[]> consumer, Replay replay) {
        var known = transactions.run(connection -> ReplayPositions.load(connection, replay.id(), owner));
        if (!known.all().isEmpty()) {
            return known;
        }
        var partitions = Stages.partitions(consumer, topics);
        var begins = Stages.begins(consumer, partitions, replay.from());
        return transactions.run(connection -> {
            ReplayRows.keep(connection, replay.id(), owner, 0);
            ReplayPositions.insert(connection, replay.id(), Stages.spans(connection, begins));
            return ReplayPositions.load(connection, replay.id(), owner);
        });
    }

    private void read(
            Replay replay,
            KafkaConsumer<byte[], byte[]> consumer,
            ReplayPositions positions,
            List<TopicPartition> stage) {
        while (!stopped) {
            var open =
                    stage.stream().filter(each -> !positions.of(each).isRead()).toList();
            if (open.isEmpty()) {
                return;
            }
            if (!consumer.assignment().equals(Set.copyOf(open))) {
                consumer.assign(open);
                open.forEach(each -> consumer.seek(each, positions.of(each).next()));
            }
            var passed = round(replay, consumer, positions);
            pulse.beat();
            Backoff.pause(Duration.ofSeconds(1).multipliedBy(passed).dividedBy(replay.rate()), () -> stopped);
        }
    }

    /** @return how many of the messages were wanted: what is for others costs the database nothing */
    private int round(Replay replay, KafkaConsumer<byte[], byte[]> consumer, ReplayPositions positions) {
        var messages = Messages.of(consumer.poll(POLL)).stream()
                .filter(message ->
                        message.offset() < positions.of(partition(message)).end())
                .toList();
        var candidates = Unapplied.candidates(reader, messages, replay::wants);
        var unapplied = candidates.isEmpty()
                ? candidates
                : transactions.run(connection -> Unapplied.notIn(connection, candidates));
        if (!replay.dryRun() && !unapplied.isEmpty()) {
            positions.found(unapplied);
            inbox.processFor(unapplied.stream().map(Unapplied::message).toList(), positions);
        }
        var read = new HashMap<TopicPartition, Long>();
        consumer.assignment().forEach(each -> read.put(each, consumer.position(each)));
        var move = positions.to(read, replay.dryRun() ? unapplied : List.of());
        transactions.run(connection -> {
            move.write(connection);
            return null;
        });
        move.written();
        return (int) messages.stream()
                .filter(message -> message.key() != null && replay.wants(message.key()))
                .count();
    }

    private static TopicPartition partition(Incoming message) {
        return new TopicPartition(message.topic(), message.partition());
    }
}
