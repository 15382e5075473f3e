package dev.kvitt.messaging.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that events are being applied, not just that a port is open. */
@Readiness
@ApplicationScoped
public class ConsumerReady implements HealthCheck {

    private final Messaging messaging;

    ConsumerReady(Messaging messaging) {
        this.messaging = messaging;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("consumer has its partitions").status(messaging.ready());
        var missing = messaging.missingTopics();
        return missing.isEmpty()
                ? answer.build()
                : answer.withData("missing topics", String.join(", ", missing)).build();
    }
}
