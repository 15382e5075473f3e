package dev.kvitt.registry.vipps;

import dev.kvitt.tracing.Tracing;
import dev.kvitt.vipps.client.CallWatcher;
import io.micrometer.core.instrument.Metrics;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Locale;

/** Counts and times requests to Vipps, by API, what they do and what came back; those of a sale are part of its trace. */
final class CallReports implements CallWatcher {

    @Override
    public Watched begins(Request request) {
        var span = Tracing.beginHere(SpanKind.CLIENT, request.method() + " " + request.template());
        var begun = System.nanoTime();
        return answer -> {
            count(request, answer, Duration.ofNanos(System.nanoTime() - begun));
            span.with("kvitt.answer", answer);
            if (!answer.equals("2xx")) {
                span.failed(answer);
            }
            span.close();
        };
    }

    private static void count(Request request, String answer, Duration took) {
        Metrics.timer(
                        "kvitt.vipps.requests",
                        "api",
                        request.api(),
                        "kind",
                        request.kind().name().toLowerCase(Locale.ROOT),
                        "answer",
                        answer)
                .record(took);
    }
}
