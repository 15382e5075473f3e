package dev.kvitt.gateway.world;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Topics;
import dev.kvitt.local.test.TestParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every topic, from the moment this was made. What is not here was not published anywhere. */
public final class AllTopics implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestParts.kafka().bootstrap(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<TopicPartition> partitions = new ArrayList<>();

    public AllTopics() {
        for (var topic : Topics.ALL) {
            consumer.partitionsFor(topic)
                    .forEach(one -> partitions.add(new TopicPartition(one.topic(), one.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Everything written since the last call, read to the end as it is now. */
    public List<ConsumerRecord<String, byte[]>> written() {
        var ends = consumer.endOffsets(partitions);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the topics could not be read to their ends in time");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(found::add);
        }
        return found;
    }

    public static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(one -> headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    public static Event<?> event(ConsumerRecord<String, byte[]> message) {
        return EventCodec.read(headers(message), message.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
