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

    private static final int READ_AT_ONCE = 500;

    /** Sales that one transaction may lock: those who sell live wait no longer than that. */
    static final int BATCH = 100;

    /** What was only read is read again by whoever follows a process that died: no row is worth a write for each look. */
    private static final Duration WRITE_EVERY = Duration.ofSeconds(1);

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final UUID owner = UUID.randomUUID();
    private final Map<String, Object> clients;
    private final List<String> topics;
    private final Reader reader;
    private final Inbox inbox;
    private final Transactions transactions;
    private final Backoff backoff = new Backoff();
    private final Thread thread = new Thread(this::run, "kvitt-replay");
    private final Pulse pulse = new Pulse(thread);
    private final Interval forgotten = new Interval(FORGET_EVERY);
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
                var replay = transactions.run(connection -> ReplayLease.claim(connection, owner));
                if (replay.isPresent()) {
                    work(replay.get());
                } else {
                    forgetOld();
                    Backoff.pause(LOOK_EVERY, () -> stopped);
                }
                backoff.reset();
            } catch (RuntimeException | Error e) {
                LOG.warnf("A replay has to wait: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
        }
    }

    private void forgetOld() {
        if (forgotten.isOver()) {
            while (!stopped && transactions.run(ReplayRows::forgetOne)) {
                pulse.beat();
            }
            forgotten.begin();
        }
    }

    private void work(Replay replay) {
        try {
            read(replay);
        } catch (NotShownException e) {
            LOG.warnf("Replay %s has stopped: %s", replay.id(), e.getMessage());
            finish(replay, e.getMessage());
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                tell(replay, Failures.reason(e));
                throw e;
            }
            LOG.errorf("Replay %s has failed: %s", replay.id(), Failures.reason(e));
            finish(replay, Failures.reason(e));
        }
    }

    /** To whoever looks at it. Where the database is what it waits for, the log says so alone. */
    private void tell(Replay replay, String failure) {
        try {
            transactions.run(connection -> {
                ReplayLease.waits(connection, replay.id(), owner, failure);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.debugf("It cannot be written down what replay %s waits for: %s", replay.id(), Failures.reason(e));
        }
    }

    /** @param why absent when it was read to its end */
    private void finish(Replay replay, String why) {
        transactions.run(connection -> {
            ReplayLease.finish(connection, replay.id(), owner, why);
            return null;
        });
    }

    private void read(Replay replay) {
        var config = ConsumerSettings.withoutGroup(clients, READ_AT_ONCE);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var positions = positions(consumer, replay);
            for (var stage : Stages.of(positions.all())) {
                read(replay, consumer, positions, stage);
            }
            if (!stopped) {
                finish(replay, null);
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
            ReplayLease.keep(connection, replay.id(), owner, 0);
            ReplayPositions.insert(connection, replay.id(), Stages.spans(connection, begins));
            return ReplayPositions.load(connection, replay.id(), owner);
        });
    }

    private void read(
            Replay replay,
            KafkaConsumer<byte[], byte[]> consumer,
            ReplayPositions positions,
            List<TopicPartition> stage) {
        var written = new Interval(WRITE_EVERY);
        while (!stopped) {
            var open = stage.stream().filter(each -> !positions.isRead(each)).toList();
            if (open.isEmpty()) {
                write(positions, List.of());
                return;
            }
            if (!consumer.assignment().equals(Set.copyOf(open))) {
                consumer.assign(open);
                open.forEach(each -> consumer.seek(each, positions.next(each)));
            }
            var found = round(replay, consumer, positions);
            pulse.beat();
            if (!stopped && (!found.isEmpty() || written.isOver())) {
                write(positions, replay.dryRun() ? found : List.of());
                written.begin();
            }
        }
    }

    /** @return what was not applied; of a real replay it is by now, but for a stop */
    private List<Unapplied> round(Replay replay, KafkaConsumer<byte[], byte[]> consumer, ReplayPositions positions) {
        var messages = Messages.of(consumer.poll(POLL)).stream()
                .filter(message ->
                        message.offset() < positions.of(partition(message)).end())
                .toList();
        var candidates = Unapplied.candidates(reader, messages, replay::wants);
        var unapplied = candidates.isEmpty()
                ? candidates
                : transactions.run(connection -> Unapplied.notIn(connection, candidates));
        var pace = new Pace(replay.rate());
        if (!replay.dryRun() && !unapplied.isEmpty()) {
            apply(replay, positions, unapplied, pace);
        }
        consumer.assignment().forEach(each -> positions.read(each, consumer.position(each)));
        Backoff.pause(pace.afterReading(messages.size(), candidates.size()), () -> stopped);
        return unapplied;
    }

    private void apply(Replay replay, ReplayPositions positions, List<Unapplied> unapplied, Pace pace) {
        var others = transactions.run(connection -> FoundRows.notFoundBy(connection, replay.dryRunId(), unapplied));
        if (!others.isEmpty()) {
            throw new NotShownException(others);
        }
        var most = Math.min(BATCH, replay.rate());
        for (var first = 0; first < unapplied.size() && !stopped; first += most) {
            var batch = unapplied.subList(first, Math.min(first + most, unapplied.size()));
            positions.found(batch);
            inbox.processFor(batch.stream().map(Unapplied::message).toList(), positions);
            pulse.beat();
            Backoff.pause(pace.afterApplying(batch.size()), () -> stopped);
        }
    }

    /** Where it stands, with what a dry run has found since. */
    private void write(ReplayPositions positions, List<Unapplied> counted) {
        var move = positions.toRead(counted);
        transactions.run(connection -> {
            move.write(connection);
            return null;
        });
        move.written();
    }

    private static TopicPartition partition(Incoming message) {
        return new TopicPartition(message.topic(), message.partition());
    }
}
