package dev.kvitt.gateway.vipps;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the registrations are, but is always up: Vipps may be away, and what is registered works all the same. */
@Readiness
@Singleton
public class RegistrationsHealth implements HealthCheck {

    /** How many sales units with problems are named. */
    private static final int MAX_NAMED = 10;

    private final SalesUnits salesUnits;
    private final UpkeepStatus status;

    RegistrationsHealth(SalesUnits salesUnits, UpkeepStatus status) {
        this.salesUnits = salesUnits;
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        var last = status.last();
        var answer = HealthCheckResponse.named("webhook registrations")
                .up()
                .withData("sales units", salesUnits.enabled().size())
                .withData(
                        "registered",
                        last.values().stream()
                                .filter(problem -> problem.isEmpty())
                                .count());
        last.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .limit(MAX_NAMED)
                .forEach(entry ->
                        answer.withData(entry.getKey().value(), entry.getValue().orElseThrow()));
        return answer.build();
    }
}
