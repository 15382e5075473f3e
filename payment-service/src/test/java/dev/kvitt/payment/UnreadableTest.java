package dev.kvitt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.Quarantined;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.Topics;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.payment.support.VippsToRead;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine whose requests nobody can read. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "payment"))
@QuarkusTestResource(VippsToRead.class)
class UnreadableTest {

    private static final Msn MSN = new Msn("123456");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ConfigProperty(name = "kvitt.kafka.bootstrap")
    String bootstrap;

    private final SaleId saleId = new SaleId("test-" + UUID.randomUUID());
    private final String key = MSN + "/" + saleId;
    private final UUID eventId = UUID.randomUUID();
    private final List<Event<?>> heard = new ArrayList<>();
    private KafkaConsumer<byte[], byte[]> consumer;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() {
        var kafka = Map.<String, Object>of("bootstrap.servers", bootstrap);
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = Stream.of(Topics.PAYMENT_EVENTS, Topics.QUARANTINE)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Only now is it known where reading begins.
        partitions.forEach(consumer::position);
    }

    @AfterEach
    void close() {
        consumer.close();
        producer.close();
    }

    @Test
    void an_amount_that_is_no_whole_number_is_refused_and_its_request_named() throws Exception {
        confirmed(key, "drop-1", "49.9");

        var refused = refused("drop-1");
        assertThat(refused.sale()).isEqualTo(new SaleContext(MSN, saleId, null, "vending-1", null));
        assertThat(refused.causedBy()).isEqualTo(eventId);
        assertThat(refused.refusal().code()).isEqualTo("invalid-request");
        assertThat(refused.refusal().sentence())
                .startsWith("The value of " + EventType.AMOUNT_CONFIRMED.typeName())
                .contains("amount")
                .doesNotContain("49.9")
                .endsWith("; nothing was done.");
        assertThat(refused.refusal().retry()).isTrue();
        assertThat(heard.stream().map(Event::type).filter(EventType.REQUEST_REFUSED::equals))
                .hasSize(1);
    }

    @Test
    void the_same_request_is_taken_when_it_is_right_even_under_the_same_event_id() throws Exception {
        confirmed(key, "drop-1", "49.9");
        assertThat(refused("drop-1").refusal().code()).isEqualTo("invalid-request");

        confirmed(key, "drop-1", "3000");
        // Taken, and answered when it is clear that nobody opens its sale.
        await(
                RequestRefused.class,
                said -> said.sale().saleId().equals(saleId)
                        && "drop-1".equals(said.requestId())
                        && said.refusal().code().equals("no-such-sale"));
    }

    @Test
    void under_a_key_that_names_no_sale_it_is_quarantined_only() throws Exception {
        var place = confirmed(MSN + "/no sale", "drop-1", "49.9");
        await(
                Quarantined.class,
                kept -> kept.topic().equals(place.topic())
                        && kept.partition() == place.partition()
                        && kept.offset() == place.offset());
        confirmed(key, "drop-2", "49.9");

        refused("drop-2");
        assertThat(heard)
                .noneMatch(event -> event.data() instanceof RequestRefused said && "drop-1".equals(said.requestId()));
    }

    private RequestRefused refused(String request) {
        return await(
                RequestRefused.class, said -> said.sale().saleId().equals(saleId) && request.equals(said.requestId()));
    }

    private <T> T await(Class<T> type, Predicate<T> wanted) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            var found = heard.stream()
                    .map(Event::data)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(wanted)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            consumer.poll(Duration.ofMillis(200)).forEach(message -> heard.add(event(message)));
        }
        throw new AssertionError("no " + type.getSimpleName());
    }

    private static Event<?> event(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return EventCodec.read(headers, message.value());
    }

    /** As a till writes it that has no library of ours. */
    private RecordMetadata confirmed(String key, String request, String amount) throws Exception {
        var value =
                """
                {"msn":"%s","saleId":"%s","tillId":"vending-1","requestId":"%s",
                 "amount":{"value":%s,"currency":"NOK"}}"""
                        .formatted(MSN, saleId, request, amount);
        var message = new ProducerRecord<>(Topics.POS_SALES, bytes(key), bytes(value));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId.toString(),
                        "ce_source", "till",
                        "ce_type", EventType.AMOUNT_CONFIRMED.typeName(),
                        "ce_time", "2026-11-21T10:00:00Z",
                        "ce_msn", MSN.value(),
                        "ce_tillid", "vending-1")
                .forEach((name, text) -> message.headers().add(name, bytes(text)));
        return producer.send(message).get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
