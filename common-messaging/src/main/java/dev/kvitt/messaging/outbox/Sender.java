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
     * @throws NotTakenException when Kafka took one not; some it may have taken, and all are to be sent again
     * @throws KafkaException when the broker has not answered all of them
     */
    void send(List<OutboxRow> rows, BooleanSupplier patient) {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var one = send(row);
            if (one.isDone()) {
                // Nobody knows the topic's leader yet: a later one that got through would turn the order around.
                confirmed(row, one);
            }
            sent.add(one);
        }
        for (var index = 0; index < rows.size(); index++) {
            confirmed(rows.get(index), sent.get(index), patient);
        }
    }

    private Future<RecordMetadata> send(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.value());
        row.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(message);
    }

    private static void confirmed(OutboxRow row, Future<RecordMetadata> sent, BooleanSupplier patient) {
        while (!confirmed(row, sent)) {
            if (!patient.getAsBoolean()) {
                throw new KafkaException("stopped before the broker had answered");
            }
        }
    }

    /** @return false when the broker has not answered yet */
    private static boolean confirmed(OutboxRow row, Future<RecordMetadata> sent) {
        try {
            sent.get(ASK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new NotTakenException(row.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Kafka did not take a message: its topic is not there or not ours to write to, or nobody leads it. */
    static final class NotTakenException extends KafkaException {

        private static final long serialVersionUID = 1;

        private final String topic;

        private NotTakenException(String topic, Throwable cause) {
            super("a message to " + topic + " was not taken", cause);
            this.topic = topic;
        }

        String topic() {
            return topic;
        }
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ZERO);
    }
}
