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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out how far in time the input has been applied, so that no timer overtakes the log. Not by the messages' own
 * times, which are other people's clocks: it notes where a partition ended at a moment of our clock, and when everything
 * below that end has been applied, all that was written before the moment has been.
 */
public final class ReadMarks {

    private static final Duration EVERY = Duration.ofMillis(200);

    private final Transactions transactions;
    private final InstantSource clock;
    private final List<String> topics;
    private final Map<TopicPartition, Offsets.Mark> pending = new HashMap<>();
    /** For how long marks are made after somebody wanted to know. */
    private static final Duration ASKED_FOR = Duration.ofSeconds(30);

    private volatile boolean wanted;
    private volatile long askedUntilNanos = System.nanoTime();
    private volatile int expected = -1;
    private long lastNanos;

    public ReadMarks(Transactions transactions, InstantSource clock, List<String> topics) {
        this.transactions = transactions;
        this.clock = clock;
        this.topics = topics;
    }

    /** Asks the consumer for marks; without anybody asking, none are made. */
    public void want(boolean value) {
        wanted = value;
    }

    /** Asks for marks for a while, for somebody who wants to know how far the log has been applied. */
    public void ask() {
        askedUntilNanos = System.nanoTime() + ASKED_FOR.toNanos();
    }

    /** Called by the consumer's thread after each round. */
    void read(KafkaConsumer<?, ?> consumer, Positions positions) {
        var asked = wanted || System.nanoTime() - askedUntilNanos < 0;
        if (!asked || System.nanoTime() - lastNanos < EVERY.toNanos()) {
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
        var counts = topics.stream()
                .map(topic -> consumer.partitionsFor(topic).size())
                .toList();
        if (counts.contains(0)) {
            return false;
        }
        expected = counts.stream().mapToInt(Integer::intValue).sum();
        return true;
    }

    private void note(KafkaConsumer<?, ?> consumer) {
        var free = consumer.assignment().stream()
                .filter(partition -> !pending.containsKey(partition))
                .toList();
        var now = clock.instant();
        consumer.endOffsets(free)
                .forEach((partition, end) -> pending.put(partition, new Offsets.Mark(partition, end, now)));
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
