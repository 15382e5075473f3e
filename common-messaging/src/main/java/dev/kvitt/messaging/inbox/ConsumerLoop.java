package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads Kafka from where the database stands. Kafka's own committed offsets are written for dashboards only.
 */
public final class ConsumerLoop implements Stoppable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_FOR_DASHBOARDS = Duration.ofSeconds(5);
    /** How often the database is asked whether it still stands where we believe. */
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(2);

    /** Longer without a finished round than a batch, its retries and a slow database can take. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    private final Map<String, Object> config;
    private final List<String> topics;
    private final Inbox inbox;
    private final Transactions transactions;
    private final ReadMarks marks;
    private final Positions positions = new Positions();
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean stopped;
    private volatile boolean ready;
    /** Partitions are assigned whose place in the database could not be read. */
    private boolean lost;

    private long lastComparedNanos = System.nanoTime();
    private volatile long lastRoundNanos = System.nanoTime();
    private long lastCommitNanos = System.nanoTime();

    /** @param config of the Kafka consumer: bootstrap servers, group id, security */
    public ConsumerLoop(
            Map<String, Object> config, List<String> topics, Inbox inbox, Transactions transactions, ReadMarks marks) {
        this.config = withOurs(config);
        this.topics = topics;
        this.inbox = inbox;
        this.transactions = transactions;
        this.marks = marks;
        this.thread = new Thread(this::run, "kvitt-consumer");
    }

    private static Map<String, Object> withOurs(Map<String, Object> config) {
        var all = new HashMap<>(config);
        all.put("enable.auto.commit", "false");
        all.put("auto.offset.reset", "earliest");
        all.put("allow.auto.create.topics", "false");
        all.putIfAbsent("max.poll.records", "500");
        // What a point of sale took back was never said.
        all.putIfAbsent("isolation.level", "read_committed");
        // How long the partitions of a process that died wait for another.
        all.putIfAbsent("session.timeout.ms", "10000");
        all.putIfAbsent("heartbeat.interval.ms", "3000");
        all.putIfAbsent("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return all;
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Partitions have been assigned and their offsets loaded, and the last round succeeded. */
    public boolean ready() {
        return ready;
    }

    @Override
    public boolean alive() {
        return thread.isAlive() && System.nanoTime() - lastRoundNanos < STUCK.toNanos();
    }

    @Override
    public void close() {
        stopped = true;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        Stoppable.join(thread);
    }

    private void run() {
        while (!stopped) {
            try (var fresh = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = fresh;
                positions.clear();
                fresh.subscribe(topics, new Assignment(fresh));
                while (!stopped) {
                    round(fresh);
                }
            } catch (WakeupException e) {
                LOG.debug("The consumer was woken up to stop");
            } catch (InterruptException e) {
                LOG.debug("The consumer was interrupted to stop");
                return;
            } catch (RuntimeException | StackOverflowError e) {
                ready = false;
                LOG.warnf("The consumer starts again: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
            lastRoundNanos = System.nanoTime();
        }
    }

    private void round(KafkaConsumer<byte[], byte[]> from) {
        var records = from.poll(POLL);
        try {
            if (lost) {
                throw new StaleException("it is not known where new partitions stand");
            }
            if (!records.isEmpty()) {
                var messages = new ArrayList<Incoming>(records.count());
                records.forEach(record -> messages.add(message(record)));
                inbox.process(messages, positions);
            }
            marks.read(from, positions);
            compareWithDatabase();
        } catch (RuntimeException e) {
            recover(from, e);
            return;
        }
        backoff.reset();
        ready = !from.assignment().isEmpty() || ready;
        lastRoundNanos = System.nanoTime();
        commitForDashboards(from);
    }

    /** Nothing was written. Stays in the group, waits, and reads again from where the database stands. */
    private void recover(KafkaConsumer<byte[], byte[]> from, RuntimeException failure) {
        if (!Failures.passing(failure)) {
            throw failure;
        }
        ready = false;
        LOG.warnf("A batch has to wait: %s", Failures.reason(failure));
        do {
            // Polling while paused reads nothing and keeps us in the group.
            from.pause(from.assignment());
            var end = System.nanoTime() + backoff.next().toNanos();
            while (!stopped && System.nanoTime() < end) {
                from.poll(POLL);
            }
            // Waiting for the database is no standstill: another start would not help.
            lastRoundNanos = System.nanoTime();
        } while (!stopped && !seekIfPossible(from));
        from.resume(from.assignment());
    }

    private boolean seekIfPossible(KafkaConsumer<byte[], byte[]> from) {
        try {
            seekToDatabase(from, from.assignment());
            lost = false;
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Still waiting: %s", Failures.reason(e));
            return false;
        }
    }

    private void seekToDatabase(KafkaConsumer<byte[], byte[]> of, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        var first = of.beginningOffsets(partitions);
        var loaded = transactions.run(connection -> Offsets.load(connection, first));
        positions.put(loaded);
        loaded.forEach((partition, offset) -> {
            if (offset < first.get(partition)) {
                LOG.errorf(
                        "%s: messages %d to %d were deleted from Kafka before they were read; retention is too short",
                        partition, offset, first.get(partition) - 1);
            }
            of.seek(partition, offset);
        });
    }

    /** A database that was restored while nothing comes in would otherwise not be noticed. */
    private void compareWithDatabase() {
        if (System.nanoTime() - lastComparedNanos < COMPARE_EVERY.toNanos()) {
            return;
        }
        lastComparedNanos = System.nanoTime();
        var expected = positions.all();
        var stored = transactions.run(connection -> Offsets.stored(connection, expected.keySet()));
        if (!stored.equals(expected)) {
            throw new StaleException("the database is not where this consumer left it");
        }
    }

    private void commitForDashboards(KafkaConsumer<byte[], byte[]> from) {
        if (System.nanoTime() - lastCommitNanos < COMMIT_FOR_DASHBOARDS.toNanos()) {
            return;
        }
        lastCommitNanos = System.nanoTime();
        from.commitAsync(
                from.assignment().stream()
                        .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(positions.of(each)))),
                (offsets, failure) -> {
                    if (failure != null) {
                        LOG.debugf("Offsets for dashboards were not written: %s", Failures.reason(failure));
                    }
                });
    }

    private static Incoming message(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        return new Incoming(record.topic(), record.partition(), record.offset(), key, headers, record.value());
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> of;

        private Assignment(KafkaConsumer<byte[], byte[]> of) {
            this.of = of;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                seekToDatabase(of, partitions);
            } catch (WakeupException | InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                // Leaving the group would only disturb the others; what is read until it is known is dropped.
                LOG.warnf("Where new partitions stand cannot be read: %s", Failures.reason(e));
                lost = true;
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            positions.remove(partitions);
        }
    }
}
