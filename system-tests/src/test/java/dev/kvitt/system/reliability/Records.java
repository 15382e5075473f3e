package dev.kvitt.system.reliability;

import dev.kvitt.events.Topics;
import dev.kvitt.system.StackUnderTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's records as they lie there: read to the end by all services, or written once more. */
final class Records {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final World world;
    private final KafkaConsumer<byte[], byte[]> ends;

    Records(World world) {
        this.world = world;
        ends = consumer();
    }

    /** Waits until every service has applied every record, and has nothing more to say. */
    void areApplied() {
        var limit = Clock.systemUTC().instant().plus(PATIENCE);
        while (!applied()) {
            if (Clock.systemUTC().instant().isAfter(limit)) {
                throw new AssertionError("the services have not read Kafka to its end in " + PATIENCE);
            }
            StackUnderTest.waitUntil(Clock.systemUTC().instant().plus(BETWEEN_LOOKS));
        }
    }

    private boolean applied() {
        var before = ends();
        var read = world.databases().values().stream().allMatch(database -> hasRead(database, before));
        return read && before.equals(ends());
    }

    private Map<TopicPartition, Long> ends() {
        return ends.endOffsets(partitions(ends));
    }

    /** The gateway keeps no offsets: it reads nothing. */
    private boolean hasRead(String database, Map<TopicPartition, Long> ends) {
        if (database.equals("gateway")) {
            return true;
        }
        try (var connection = world.server(database).admin().connect(database);
                var offsets = connection.prepareStatement(
                        """
                        select topic, partition, next_offset from consumed_offset
                        union all select 'outbox', 0, count(*) from outbox""")) {
            var rows = offsets.executeQuery();
            while (rows.next()) {
                var end = ends.getOrDefault(new TopicPartition(rows.getString(1), rows.getInt(2)), 0L);
                if (rows.getString(1).equals("outbox") ? rows.getLong(3) > 0 : rows.getLong(3) < end) {
                    return false;
                }
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the offsets of " + database + " cannot be read", e);
        }
    }

    /**
     * Writes everything again that services read, in the order of each partition.
     *
     * @return how many records
     */
    int replay() {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var replayed = each(old -> {
                var unused = producer.send(
                        new ProducerRecord<>(old.topic(), old.partition(), old.key(), old.value(), old.headers()));
            });
            producer.flush();
            return replayed;
        }
    }

    /**
     * Everything that services read, as far as it is written now, in the order of each partition.
     *
     * @return how many records
     */
    int each(Consumer<ConsumerRecord<byte[], byte[]>> what) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var read = 0;
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (var old : consumer.poll(Duration.ofMillis(200))) {
                    if (old.offset() < ends.get(new TopicPartition(old.topic(), old.partition()))) {
                        what.accept(old);
                        read++;
                    }
                }
            }
            return read;
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return Topics.ALL.stream()
                .filter(topic -> !topic.equals(Topics.QUARANTINE))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                new HashMap<>(Map.of("bootstrap.servers", bootstrap(), "enable.auto.commit", "false")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private String bootstrap() {
        return world.stack.context().ports().kafka();
    }
}
