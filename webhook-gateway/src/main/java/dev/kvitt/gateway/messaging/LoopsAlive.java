package dev.kvitt.gateway.messaging;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails when the one loop that keeps webhooks answerable does not move any more. A broker that is away does not stop it: another
 * start would not help (ADR 27).
 */
@Liveness
@Singleton
public class LoopsAlive implements HealthCheck {

    private final TopicMetadata metadata;
    private final Duration stuckAfter;

    LoopsAlive(
            TopicMetadata metadata,
            @ConfigProperty(name = "kvitt.liveness.stuck-after", defaultValue = "PT5M") Duration stuckAfter) {
        this.metadata = metadata;
        this.stuckAfter = stuckAfter;
    }

    @Override
    public HealthCheckResponse call() {
        var idle = metadata.idle();
        return HealthCheckResponse.named("loops make progress")
                .status(idle.compareTo(stuckAfter) < 0)
                .withData("topic-metadata", "idle for " + idle)
                .build();
    }
}
