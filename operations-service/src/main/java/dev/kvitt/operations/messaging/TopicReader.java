package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.inbox.ConsumerSettings;
import dev.kvitt.messaging.inbox.Messages;
import dev.kvitt.operations.domain.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all topics beside the live consumer: without a group, from where it is told. Not for several threads. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String AT_ONCE = "5000";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    /** Where the topics ended when this began; of those that are read further, where they ended when that was looked at. */
    private Map<TopicPartition, Long> ends;

    /** @param from where to read on; a partition that is not there is read from its beginning */
    TopicReader(Map<String, Object> config, List<String> topics, Map<TopicPartition, Long> from) {
        var settings = new HashMap<>(config);
        settings.put("max.poll.records", AT_ONCE);
        consumer = new KafkaConsumer<>(
                ConsumerSettings.of(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        var first = consumer.beginningOffsets(partitions);
        partitions.forEach(partition ->
                consumer.seek(partition, Math.max(first.get(partition), from.getOrDefault(partition, 0L))));
        ends = consumer.endOffsets(partitions);
    }

    /** What comes next; may be nothing. */
    List<Message> next() {
        return Messages.of(consumer.poll(POLL)).stream()
                .map(MessageReader::read)
                .toList();
    }

    /** Behind what was read, of every partition. */
    Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    /** How much there is still, by the ends that it goes by. */
    long left() {
        return partitions.stream()
                .mapToLong(partition -> Math.max(0, ends.get(partition) - consumer.position(partition)))
                .sum();
    }

    /** All has been read that was there; asks for the ends anew, so the next answer is about them. */
    boolean atEnd() {
        if (left() > 0) {
            return false;
        }
        ends = consumer.endOffsets(partitions);
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
