package dev.kvitt.messaging.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails when a loop does not move any more, so that the platform starts the process again. A database or broker that is away
 * stops no loop: another start would not help, and would come to all processes at once (ADR 27).
 */
@Liveness
@ApplicationScoped
public class LoopsAlive implements HealthCheck {

    private final Messaging messaging;
    private final MessagingConfig config;

    LoopsAlive(Messaging messaging, MessagingConfig config) {
        this.messaging = messaging;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var stuckAfter = config.liveness().stuckAfter();
        var stuck = messaging.loops().stream()
                .filter(loop -> !loop.alive(stuckAfter))
                .toList();
        var answer = HealthCheckResponse.named("loops make progress").status(stuck.isEmpty());
        stuck.forEach(loop -> answer.withData(loop.name(), "idle for " + loop.idle()));
        return answer.build();
    }
}
