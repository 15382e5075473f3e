package dev.kvitt.messaging.replay;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.inbox.Offsets;
import dev.kvitt.messaging.replay.ReplayPositions.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What of the topics a replay reads, and what of it first. */
final class Stages {

    private Stages() {}

    /**
     * What people have decided comes before all else: a command that is read again is not carried out when somebody has given it
     * up since.
     */
    static List<List<TopicPartition>> of(Map<TopicPartition, Span> spans) {
        var byDecision = spans.keySet().stream()
                .collect(Collectors.partitioningBy(each -> each.topic().equals(Topics.OPERATOR_COMMANDS)));
        return List.of(byDecision.get(true), byDecision.get(false));
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** The first messages that Kafka has stamped so or later; the end where there is none. */
    static Map<TopicPartition, Span> begins(
            KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions, Instant from) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(each -> times.put(each, from.toEpochMilli()));
        var begins = consumer.offsetsForTimes(times);
        var spans = new HashMap<TopicPartition, Span>();
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            var begin = begins.get(partition);
            var first = begin == null ? end : begin.offset();
            spans.put(partition, new Span(first, first, end));
        });
        return spans;
    }

    /** Ended where the service itself stands. */
    static Map<TopicPartition, Span> spans(Connection connection, Map<TopicPartition, Span> found) throws SQLException {
        var stored = Offsets.stored(connection, found.keySet());
        var spans = new HashMap<TopicPartition, Span>();
        found.forEach((partition, span) -> {
            var end = Math.min(span.end(), stored.getOrDefault(partition, 0L));
            var first = Math.min(span.first(), end);
            spans.put(partition, new Span(first, first, end));
        });
        return spans;
    }
}
