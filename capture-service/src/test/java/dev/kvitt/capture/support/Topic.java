package dev.kvitt.capture.support;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.SkipRefused;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The saga's side of the topics: sends commands and reads results. */
@Singleton
public class Topic {

    private static final Duration LIMIT = TestParts.patience();

    private static final String TRACEPARENT = "traceparent";

    private final List<Event<OperationResult>> seen = new ArrayList<>();
    private final Map<OperationId, List<String>> traceparents = new HashMap<>();
    private final List<SkipRefused> refused = new ArrayList<>();
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
        var partitions = consumer.partitionsFor(Topics.PAYMENT_RESULTS).stream()
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
        send(event, new RecordHeaders());
    }

    public void send(Event<?> event, String traceparent) throws Exception {
        send(event, new RecordHeaders().add(TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(Event<?> event, Headers headers) throws Exception {
        EventCodec.headers(event).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        var key = event.key().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(event.topic(), null, key, EventCodec.value(event.data()), headers))
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** The n-th result of the operation, waited for. */
    public OperationResult result(OperationId operation, int number) {
        var events = await(operation, number);
        if (events.size() < number) {
            throw new AssertionError("no result " + number + " of " + operation + ", only " + events);
        }
        return events.get(number - 1).data();
    }

    /** All that was told about the operation, once it is at least this much. */
    public List<Event<OperationResult>> await(OperationId operation, int atLeast) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (told(operation).size() < atLeast && System.nanoTime() < end) {
            poll();
        }
        return told(operation);
    }

    /** Those of all results of the operation that were read so far. */
    public List<String> traceparents(OperationId operation) {
        return traceparents.getOrDefault(operation, List.of());
    }

    /** The answer to an operator's word that was refused, waited for. */
    public SkipRefused refusal(UUID word) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (refused.stream().noneMatch(each -> each.causedBy().equals(word)) && System.nanoTime() < end) {
            poll();
        }
        return refused.stream()
                .filter(each -> each.causedBy().equals(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the word " + word + " was not refused, only " + refused));
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
            var headers = new HashMap<String, String>();
            each.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            var event = EventCodec.read(headers, each.value());
            if (event.data() instanceof SkipRefused refusal) {
                refused.add(refusal);
            } else {
                seen.add(result(event));
                traceparents
                        .computeIfAbsent(seen.getLast().data().operationId(), none -> new ArrayList<>())
                        .add(headers.get(TRACEPARENT));
            }
        }
    }

    private static Event<OperationResult> result(Event<?> event) {
        return new Event<>(
                event.id(), event.source(), event.time(), event.msn(), event.tillId(), (OperationResult) event.data());
    }

    private List<Event<OperationResult>> told(OperationId operation) {
        return seen.stream()
                .filter(event -> event.data().operationId().equals(operation))
                .toList();
    }
}
