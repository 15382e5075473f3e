package dev.kvitt.messaging.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Fails when a loop makes no progress any more, so that the platform starts the process again. */
@Liveness
@ApplicationScoped
public class LoopsAlive implements HealthCheck {

    private final Messaging messaging;

    LoopsAlive(Messaging messaging) {
        this.messaging = messaging;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("loops make progress")
                .status(messaging.alive())
                .build();
    }
}
