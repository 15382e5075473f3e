package dev.kvitt.messaging.support;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.local.test.TestParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the broker as points of sale do, and reads what services have written. */
public final class Broker {

    private static final KafkaProducer<byte[], byte[]> PRODUCER =
            new KafkaProducer<>(clients(), new ByteArraySerializer(), new ByteArraySerializer());

    private Broker() {}

    public static Map<String, Object> clients() {
        return Map.of("bootstrap.servers", TestParts.kafka().bootstrap());
    }

    public static RecordMetadata send(Event<?> event) {
        return send(event, Map.of());
    }

    /** @param more headers besides those of the event */
    public static RecordMetadata send(Event<?> event, Map<String, String> more) {
        var headers = EventCodec.headers(event);
        headers.putAll(more);
        return send(event.topic(), event.key(), headers, EventCodec.value(event.data()));
    }

    /** @return where it stands, after the broker has it */
    public static RecordMetadata send(String topic, String key, Map<String, String> headers, byte[] value) {
        return send(message(topic, key, headers, value));
    }

    public static ProducerRecord<byte[], byte[]> message(Event<?> event) {
        return message(event.topic(), event.key(), EventCodec.headers(event), EventCodec.value(event.data()));
    }

    private static ProducerRecord<byte[], byte[]> message(
            String topic, String key, Map<String, String> headers, byte[] value) {
        var bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        var message = new ProducerRecord<>(topic, bytes, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    public static RecordMetadata send(ProducerRecord<byte[], byte[]> message) {
        try {
            return PRODUCER.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the broker did not take a message", e);
        }
    }

    /** One for all looks, which are many, made when the first is wanted: processes that are to be halted never look. */
    private static final class Onlooker {
        static final KafkaConsumer<byte[], byte[]> CONSUMER =
                new KafkaConsumer<>(clients(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where topics end now. */
    public static synchronized Map<TopicPartition, Long> ends(Collection<String> topics) {
        return Onlooker.CONSUMER.endOffsets(partitions(Onlooker.CONSUMER, topics));
    }

    /** All that was written to the partitions from there on until now, by partition in order. */
    public static synchronized List<ConsumerRecord<byte[], byte[]>> since(Map<TopicPartition, Long> from) {
        var consumer = Onlooker.CONSUMER;
        var ends = consumer.endOffsets(from.keySet());
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(found::add);
        }
        return found;
    }

    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    public static Event<?> event(ConsumerRecord<byte[], byte[]> message) {
        return EventCodec.read(headers(message), message.value());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
