package dev.kvitt.gateway.messaging;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The one producer of this service. */
public class ProducerPart {

    @Produces
    @Singleton
    Producer<String, byte[]> producer(KafkaConfig config) {
        return new KafkaProducer<>(ProducerSettings.of(config), new StringSerializer(), new ByteArraySerializer());
    }

    /** Lets what is on its way arrive: whoever sent it may still be waiting for its 200. */
    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(Duration.ofMillis(ProducerSettings.DELIVERY_TIMEOUT_MILLIS));
    }
}
