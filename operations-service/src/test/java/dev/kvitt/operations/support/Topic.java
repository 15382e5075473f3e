package dev.kvitt.operations.support;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.local.test.TestParts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what the services would send. */
@Singleton
public class Topic {

    private final String bootstrap;
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private KafkaProducer<byte[], byte[]> producer;

    public Topic(@ConfigProperty(name = "kvitt.kafka.bootstrap") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @PostConstruct
    public void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @PreDestroy
    public void close() {
        producer.close();
    }

    /** Where what was sent ends. */
    public Map<TopicPartition, Long> sent() {
        return Map.copyOf(ends);
    }

    public void send(Told story) {
        story.events().forEach(this::send);
    }

    public void send(Event<?> event) {
        send(event.topic(), event.key(), EventCodec.headers(event), EventCodec.value(event.data()));
    }

    /** As a client with another partitioner would. */
    public void send(Event<?> event, int partition) {
        send(event.topic(), partition, event.key(), EventCodec.headers(event), EventCodec.value(event.data()));
    }

    public RecordMetadata send(String topic, String key, Map<String, String> headers, byte[] value) {
        return send(topic, null, key, headers, value);
    }

    private RecordMetadata send(
            String topic, Integer partition, String key, Map<String, String> headers, byte[] value) {
        var sent = new RecordHeaders();
        headers.forEach((name, text) -> sent.add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            var at = producer.send(
                            new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value, sent))
                    .get(TestParts.patience().toSeconds(), TimeUnit.SECONDS);
            ends.put(new TopicPartition(topic, at.partition()), at.offset() + 1);
            return at;
        } catch (Exception e) {
            throw new AssertionError("the broker did not take a message", e);
        }
    }

    /** Kafka has no longer what was sent until now, as after the time for which topics are kept. */
    public void forget() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var before = ends.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
            admin.deleteRecords(before).all().get(TestParts.patience().toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the broker did not delete what was sent", e);
        }
    }
}
