package dev.kvitt.local.demo;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PointOfSaleEvent;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How points of sale speak to Kvitt: requests as CloudEvents on {@code pos.sales}, or on a topic with other permissions. */
public final class PointOfSale implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final String source;

    /** @param source who speaks, such as {@code machine} */
    public PointOfSale(String bootstrap, InstantSource clock, String source) {
        this.clock = clock;
        this.source = source;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns when Kafka has it. */
    public void send(PointOfSaleEvent request) {
        send(EventType.of(request).topic(), request);
    }

    /** On another topic than the usual one. */
    public void send(String topic, PointOfSaleEvent request) {
        var type = EventType.of(request);
        var id = Ids.pointOfSale(request.msn(), request.saleId(), type.typeName(), request.requestId());
        var event = new Event<>(
                id, source + "/" + request.tillId(), clock.instant(), request.msn(), request.tillId(), request);
        var message =
                new ProducerRecord<>(topic, event.key().getBytes(StandardCharsets.UTF_8), EventCodec.value(request));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the " + source + " could not tell Kvitt", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
