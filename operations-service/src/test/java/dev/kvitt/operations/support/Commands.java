package dev.kvitt.operations.support;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.Topics;
import dev.kvitt.local.test.TestParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What people have decided, as it stands on the topic. */
public final class Commands {

    private Commands() {}

    /** Under a key, in order. */
    public static List<OperatorCommand> of(String key) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", TestParts.kafka().bootstrap());
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.OPERATOR_COMMANDS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<OperatorCommand>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    if (new String(message.key(), StandardCharsets.UTF_8).equals(key)) {
                        var headers = new HashMap<String, String>();
                        message.headers()
                                .forEach(each ->
                                        headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
                        found.add((OperatorCommand)
                                EventCodec.read(headers, message.value()).data());
                    }
                }
            }
            return found;
        }
    }
}
