package dev.kvitt.receipt.support;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Topics;
import dev.kvitt.local.test.TestParts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends payments' events and reads what becomes of receipts. */
@Singleton
public class Topic {

    private static final Duration LIMIT = TestParts.patience();

    private final List<Event<?>> seen = new ArrayList<>();
    private final String bootstrap;
    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<byte[], byte[]> consumer;

    Topic(@ConfigProperty(name = "kvitt.kafka.bootstrap") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @PostConstruct
    void open() {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.RECEIPT_EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @PreDestroy
    void close() {
        producer.close();
        consumer.close();
    }

    public void send(Event<?> event) throws Exception {
        var headers = new RecordHeaders();
        EventCodec.headers(event).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        var key = event.key().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(event.topic(), null, key, EventCodec.value(event.data()), headers))
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** All that was told about the sale's receipt, once it is at least this much. */
    public List<Event<?>> await(String key, int atLeast) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (told(key).size() < atLeast && System.nanoTime() < end) {
            poll();
        }
        return told(key);
    }

    /** The one event of this type about the sale's receipt. */
    public <T extends EventData> T awaitOne(String key, Class<T> type) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (told(key).stream().noneMatch(event -> type.isInstance(event.data())) && System.nanoTime() < end) {
            poll();
        }
        var found = told(key).stream().map(Event::data).filter(type::isInstance).toList();
        if (found.size() != 1) {
            throw new AssertionError("wanted one " + type.getSimpleName() + " of " + key + ", told was " + told(key));
        }
        return type.cast(found.get(0));
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(each -> {
            var headers = new HashMap<String, String>();
            each.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            seen.add(EventCodec.read(headers, each.value()));
        });
    }

    private List<Event<?>> told(String key) {
        return seen.stream().filter(event -> event.key().equals(key)).toList();
    }
}
