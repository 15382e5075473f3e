package dev.kvitt.gateway.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.gateway.CrashPoint;
import dev.kvitt.gateway.domain.FactPublisher;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes events with the CloudEvents headers of binary mode. */
@Singleton
public class KafkaPublisher implements FactPublisher {

    private final Producer<String, byte[]> producer;

    KafkaPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public CompletionStage<Void> publish(Event<?> event, String traceparent) {
        var span = Tracing.begin(SpanKind.PRODUCER, "send " + event.type().typeName(), traceparent)
                .with("messaging.destination.name", event.topic());
        var acknowledged = send(event, span.traceparent(traceparent));
        var unused = acknowledged.whenComplete((done, failure) -> span.close(failure));
        return acknowledged;
    }

    private CompletableFuture<Void> send(Event<?> event, String traceparent) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            CrashPoint.reached("webhook.before-send");
            var unused = producer.send(record(event, traceparent), (metadata, failure) -> {
                if (failure == null) {
                    CrashPoint.reached("webhook.after-ack");
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private static ProducerRecord<String, byte[]> record(Event<?> event, String traceparent) {
        var message = new ProducerRecord<>(event.topic(), event.key(), EventCodec.value(event.data()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        message.headers().add(Traceparent.HEADER, traceparent.getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
