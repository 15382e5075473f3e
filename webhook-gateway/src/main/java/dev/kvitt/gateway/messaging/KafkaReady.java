package dev.kvitt.gateway.messaging;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that a webhook can be written down. */
@Readiness
@Singleton
public class KafkaReady implements HealthCheck {

    private final TopicMetadata metadata;

    KafkaReady(TopicMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka told where the topics are")
                .status(metadata.known())
                .build();
    }
}
