package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Finds out how far in time the input has been applied, so that no timer overtakes the log. Not by the messages' own
 * times, which are other people's clocks: it notes where a partition ended at a moment of our clock, and when everything
 * below that end has been applied, all that was written before the moment has been.
 */
public final class ReadMarks {

    private static final Logger LOG = Logger.getLogger(ReadMarks.class);
    private static final Duration EVERY = Duration.ofMillis(200);
    /** While nobody here wants marks: another process may, and has none of our partitions. */
    private static final Duration UNASKED = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final InstantSource clock;
    private final List<String> topics;
    private final Map<TopicPartition, Offsets.Mark> pending = new HashMap<>();
    /** For how long marks are made after somebody wanted to know. */
    private static final Duration ASKED_FOR = Duration.ofSeconds(30);

    private volatile boolean wanted;
    private volatile long askedUntilNanos = System.nanoTime();
    private volatile int expected = -1;
    private volatile Set<String> missing = Set.of();
    private long lastNanos = System.nanoTime() - UNASKED.toNanos();

    public ReadMarks(Transactions transactions, InstantSource clock, List<String> topics) {
        this.transactions = transactions;
        this.clock = clock;
        this.topics = topics;
    }

    /** Asks the consumer for marks often; without anybody asking they are made now and then. */
    public void want(boolean value) {
        wanted = value;
    }

    /** Asks for marks often for a while, for somebody who wants to know how far the log has been applied. */
    public void ask() {
        askedUntilNanos = System.nanoTime() + ASKED_FOR.toNanos();
    }

    /** Called by the consumer's thread after each round. */
    void read(KafkaConsumer<?, ?> consumer, Positions positions) {
        var asked = wanted || System.nanoTime() - askedUntilNanos < 0;
        if (System.nanoTime() - lastNanos < (asked ? EVERY : UNASKED).toNanos()) {
            return;
        }
        lastNanos = System.nanoTime();
        if (expected < 0 && !countPartitions(consumer)) {
            return;
        }
        pending.keySet().retainAll(consumer.assignment());
        var reached = new ArrayList<Offsets.Mark>();
        for (var mark : List.copyOf(pending.values())) {
            // The consumer's own position: what it passed over, such as the ends of transactions, is no message.
            if (consumer.position(mark.partition()) >= mark.end()) {
                pending.remove(mark.partition());
                reached.add(new Offsets.Mark(mark.partition(), positions.of(mark.partition()), mark.time()));
            }
        }
        if (!reached.isEmpty()) {
            transactions.run(connection -> {
                Offsets.mark(connection, reached);
                return null;
            });
        }
        note(consumer);
    }

    /** @return false while a topic is not there yet: nobody knows how many partitions it will have */
    private boolean countPartitions(KafkaConsumer<?, ?> consumer) {
        var counts = topics.stream().collect(Collectors.toMap(topic -> topic, topic -> consumer.partitionsFor(topic)
                .size()));
        tellMissing(counts.keySet().stream()
                .filter(topic -> counts.get(topic) == 0)
                .collect(Collectors.toCollection(TreeSet::new)));
        if (!missing.isEmpty()) {
            return false;
        }
        expected = counts.values().stream().mapToInt(Integer::intValue).sum();
        return true;
    }

    private void tellMissing(Set<String> absent) {
        if (!absent.isEmpty() && !absent.equals(missing)) {
            LOG.errorf(
                    "Topics that Kafka does not have: %s. Until they are there nothing is given up, and what nobody"
                            + " confirms stays reserved. Create them, or take them out of the registry.",
                    absent);
        }
        missing = absent;
    }

    /** Topics that are to be read and that Kafka does not have; no timer that waits for the log fires meanwhile. */
    public Set<String> missing() {
        return missing;
    }

    private void note(KafkaConsumer<?, ?> consumer) {
        var free = consumer.assignment().stream()
                .filter(partition -> !pending.containsKey(partition))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        var now = now();
        consumer.endOffsets(free)
                .forEach((partition, end) -> pending.put(partition, new Offsets.Mark(partition, end, now)));
    }

    /**
     * Of two clocks the one that is behind. A process whose clock is ahead would call what is still to be written read, and
     * the timers of all processes go by it.
     */
    private Instant now() {
        var ours = clock.instant();
        var databases = transactions.run(connection -> notSent(connection, Offsets.clock(connection)));
        return databases.isBefore(ours) ? databases : ours;
    }

    /**
     * What was said to a topic that is read here, and stands in the outbox still, belongs to the log: somebody relies on it, such
     * as a till whose confirmation was accepted over HTTP.
     */
    private Instant notSent(Connection connection, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(
                "select (headers->>'ce_time')::timestamptz from outbox where topic = any (?) order by id limit 1")) {
            select.setArray(1, connection.createArrayOf("text", topics.toArray()));
            var rows = select.executeQuery();
            if (!rows.next()) {
                return now;
            }
            var oldest = rows.getObject(1, java.time.OffsetDateTime.class).toInstant();
            return oldest.isBefore(now) ? oldest : now;
        }
    }

    /**
     * The time before which every input partition has been applied, whichever process reads it; empty while some
     * partition has never been read.
     */
    public Optional<Instant> allReadUntil(Connection connection) throws SQLException {
        if (expected < 0) {
            return Optional.empty();
        }
        try (var select = connection.prepareStatement(
                """
                select count(*), min(read_until) filter (where read_until > '-infinity'),
                    count(*) filter (where read_until > '-infinity')
                from consumed_offset where topic = any (?)""")) {
            select.setArray(1, connection.createArrayOf("text", topics.toArray()));
            var rows = select.executeQuery();
            rows.next();
            var complete = rows.getInt(1) >= expected && rows.getInt(1) == rows.getInt(3);
            var until = rows.getObject(2, java.time.OffsetDateTime.class);
            return complete && until != null ? Optional.of(until.toInstant()) : Optional.empty();
        }
    }
}
