package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.inbox.ConsumerSettings;
import dev.kvitt.messaging.inbox.Messages;
import dev.kvitt.operations.domain.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all topics beside the live consumer: without a group, from where it is told. Not for several threads. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int AT_ONCE = 5000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> first;
    private final boolean missed;
    /** Where the topics ended when this began; of those that are read further, where they ended when that was looked at. */
    private Map<TopicPartition, Long> ends;

    /** @param from where to read on; a partition that is not there, or not so any more, is read from its beginning */
    TopicReader(Map<String, Object> config, List<String> topics, Map<TopicPartition, Long> from) {
        var settings = ConsumerSettings.withoutGroup(config, AT_ONCE);
        // What Kafka deletes before it was read here must not be passed over in silence.
        settings.put("auto.offset.reset", "none");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        first = consumer.beginningOffsets(partitions);
        ends = consumer.endOffsets(partitions);
        var gone = from.keySet().stream()
                .filter(partition -> first.containsKey(partition)
                        && (from.get(partition) < first.get(partition) || from.get(partition) > ends.get(partition)))
                .toList();
        missed = !gone.isEmpty();
        partitions.forEach(partition -> consumer.seek(
                partition,
                from.containsKey(partition) && !gone.contains(partition) ? from.get(partition) : first.get(partition)));
    }

    /** What comes next; may be nothing. */
    List<Message> next() {
        return Messages.of(consumer.poll(POLL)).stream()
                .map(MessageReader::read)
                .toList();
    }

    /** What comes next, as much as is worth a step; less where there is no more at once. */
    List<Incoming> many() {
        var messages = new ArrayList<Incoming>();
        while (messages.size() < AT_ONCE && left() > 0) {
            var more = Messages.of(consumer.poll(POLL));
            if (more.isEmpty()) {
                break;
            }
            messages.addAll(more);
        }
        return messages;
    }

    /** Behind what was read, of every partition. */
    Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    /** Where what Kafka still has begins, of every partition. */
    Map<TopicPartition, Long> first() {
        return first;
    }

    /** Kafka has deleted what stood where this was to read on, or the whole topic, which began anew. */
    boolean missed() {
        return missed;
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
