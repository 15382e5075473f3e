package dev.kvitt.registry.vipps;

import dev.kvitt.vipps.client.CallWatcher;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Locale;

/** Counts and times requests to Vipps, by API, what they do and what came back. */
final class CallMeters implements CallWatcher {

    @Override
    public Watched begins(Request request) {
        var begun = System.nanoTime();
        return answer -> Metrics.timer(
                        "kvitt.vipps.requests",
                        "api",
                        request.api(),
                        "kind",
                        request.kind().name().toLowerCase(Locale.ROOT),
                        "answer",
                        answer)
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }
}
