package dev.kvitt.messaging.quarkus;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says when Kafka keeps fewer copies than production needs, and is always up: what runs on one broker runs. */
@Readiness
@Singleton
class CopiesReady implements HealthCheck {

    /** How many topics are named. */
    private static final int MAX_NAMED = 10;

    private final KafkaCopies copies;

    CopiesReady(KafkaCopies copies) {
        this.copies = copies;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Kafka keeps enough copies").up();
        var found = copies.latest();
        if (found.isEmpty()) {
            return answer.withData("not known", copies.whyUnknown()).build();
        }
        var unsafe = found.get().unsafe();
        if (!unsafe.isEmpty()) {
            answer.withData(
                    "warning",
                    String.join("; ", unsafe.stream().limit(MAX_NAMED).toList()));
        }
        return answer.withData("partitions below min.insync", found.get().belowMinInsync())
                .build();
    }
}
