package dev.kvitt.gateway.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KafkaPublisher publisher = new KafkaPublisher(producer);

    @Test
    void an_event_is_published_only_when_the_broker_has_confirmed() {
        var published = publisher.publish(event(), TRACEPARENT).toCompletableFuture();
        assertThat(published).isNotDone();

        producer.completeNext();
        assertThat(published).isCompleted();
    }

    @Test
    void an_event_the_broker_does_not_confirm_is_not_published() {
        var published = publisher.publish(event(), TRACEPARENT).toCompletableFuture();
        producer.errorNext(new TimeoutException("no broker"));

        assertThat(published).isCompletedExceptionally();
    }

    @Test
    void a_producer_that_refuses_at_once_is_a_failure_too() {
        producer.close();

        assertThat(publisher.publish(event(), TRACEPARENT).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void nothing_is_lost_and_nothing_waits_longer_than_vipps_does() {
        var settings = ProducerSettings.of(new KafkaConfig() {
            @Override
            public String bootstrap() {
                return "broker:9092";
            }

            @Override
            public Map<String, String> properties() {
                return Map.of("security.protocol", "SSL", "acks", "0");
            }
        });

        assertThat(settings)
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0)
                .containsEntry("max.block.ms", 0)
                .containsEntry("request.timeout.ms", 3_000)
                .containsEntry("delivery.timeout.ms", 8_000);
    }

    private static Event<PaymentHappened> event() {
        var at = Instant.parse("2026-11-21T10:00:00Z");
        var msn = new Msn("123456");
        var fact = new PaymentHappened(
                msn,
                new PaymentReference("sale-4711-1"),
                "psp",
                "CAPTURED",
                new Money(100, Currency.NOK),
                at,
                null,
                true,
                null);
        return new Event<>(UUID.randomUUID(), "kvitt/webhook-gateway", at, msn, null, fact);
    }
}
