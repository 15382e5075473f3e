package dev.kvitt.messaging.outbox;

import dev.kvitt.messaging.outbox.OutboxRows.OutboxRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends rows to Kafka and returns when all in-sync replicas have them. */
final class Sender implements AutoCloseable {

    private static final long ASK_MILLIS = 200;

    private final Producer<byte[], byte[]> producer;

    Sender(Map<String, Object> config) {
        var all = new HashMap<>(config);
        all.put("acks", "all");
        all.put("enable.idempotence", "true");
        // An earlier message that gave up while a later one got through would turn an entity's order around.
        all.put("delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE));
        all.putIfAbsent("linger.ms", "0");
        all.putIfAbsent("max.block.ms", "10000");
        this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Sender(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * @param patient asked now and then while the broker has not answered; false gives up
     * @throws KafkaException when one could not be sent; some may have been, and all are to be sent again
     */
    void send(List<OutboxRow> rows, BooleanSupplier patient) {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var one = send(row);
            if (one.isDone()) {
                // Nobody knows the topic's leader yet: a later one that got through would turn the order around.
                confirmed(one);
            }
            sent.add(one);
        }
        sent.forEach(each -> confirmed(each, patient));
    }

    private Future<RecordMetadata> send(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.value());
        row.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(message);
    }

    private static void confirmed(Future<RecordMetadata> sent, BooleanSupplier patient) {
        while (!confirmed(sent)) {
            if (!patient.getAsBoolean()) {
                throw new KafkaException("stopped before the broker had answered");
            }
        }
    }

    /** @return false when the broker has not answered yet */
    private static boolean confirmed(Future<RecordMetadata> sent) {
        try {
            sent.get(ASK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new KafkaException("a message was not taken", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ZERO);
    }
}
