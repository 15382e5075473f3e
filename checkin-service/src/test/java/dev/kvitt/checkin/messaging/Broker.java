package dev.kvitt.checkin.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services' side of Kafka. */
final class Broker implements AutoCloseable {

    private final String bootstrap = ConfigProvider.getConfig().getValue("kvitt.kafka.bootstrap", String.class);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());

    /** By topic, in the order of each partition; tests look again and again, and what was read once is not read anew. */
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> read = new HashMap<>();

    private final Map<TopicPartition, Long> next = new HashMap<>();

    void publish(Event<?> event) throws Exception {
        var message = new ProducerRecord<>(
                event.topic(), event.key().getBytes(StandardCharsets.UTF_8), EventCodec.value(event.data()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message).get(20, TimeUnit.SECONDS);
    }

    /** All events of a topic with this key. */
    List<Event<?>> events(String topic, String key) {
        var found = new ArrayList<Event<?>>();
        for (var message : messages(topic)) {
            if (key.equals(new String(message.key(), StandardCharsets.UTF_8))) {
                found.add(EventCodec.read(headers(message), message.value()));
            }
        }
        return found;
    }

    /** All that is on a topic now. */
    List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        partitions.forEach(each -> consumer.seek(each, next.getOrDefault(each, 0L)));
        var ends = consumer.endOffsets(partitions);
        var known = read.computeIfAbsent(topic, each -> new ArrayList<>());
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
            consumer.poll(Duration.ofMillis(200)).forEach(known::add);
        }
        partitions.forEach(each -> next.put(each, consumer.position(each)));
        return List.copyOf(known);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
