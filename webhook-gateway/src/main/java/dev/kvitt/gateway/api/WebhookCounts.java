package dev.kvitt.gateway.api;

import dev.kvitt.events.Event;
import dev.kvitt.events.Quarantined;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** Counts webhooks that are safe in Kafka, and times the answers to all of them. Those not taken: {@link NotTaken}. */
final class WebhookCounts {

    /** Usually some milliseconds; Vipps gives up after ten seconds. */
    private static final Duration[] BUCKETS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private WebhookCounts() {}

    /** From 0: whoever watches for growth would not see the first of something that was not there before. */
    static void begin() {
        quarantined();
        answers();
    }

    static void taken(Event<?> event) {
        Metrics.counter("kvitt.webhooks.taken", "type", event.type().typeName()).increment();
        if (event.data() instanceof Quarantined) {
            quarantined().increment();
        }
    }

    static void answered(long begunNanos) {
        answers().record(Duration.ofNanos(System.nanoTime() - begunNanos));
    }

    private static Counter quarantined() {
        return Metrics.counter("kvitt.quarantined");
    }

    private static Timer answers() {
        return Timer.builder("kvitt.webhooks").serviceLevelObjectives(BUCKETS).register(Metrics.globalRegistry);
    }
}
