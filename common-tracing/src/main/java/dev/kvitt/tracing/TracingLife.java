package dev.kvitt.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Collects spans from before the first message until after the last. */
@Singleton
class TracingLife {

    private static final Logger LOG = Logger.getLogger(TracingLife.class);
    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private OpenTelemetrySdk sdk;

    /** Payments do not depend on who watches them: settings that make no sense are told, and nothing is collected. */
    void start(
            @Observes @Priority(FIRST) StartupEvent event,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        if (!Collector.isNamed(Collector::setting)) {
            return;
        }
        try {
            sdk = Collector.open(service, version);
            Tracing.collect(sdk.getTracer("dev.kvitt"));
        } catch (RuntimeException | LinkageError e) {
            // Without its text, which may have a header's value in it: the collector's password.
            LOG.errorf(
                    "There are no traces: OpenTelemetry's settings (OTEL_...) make no sense: %s",
                    e.getClass().getSimpleName());
        }
    }

    /** The last spans are worth a moment, not more. */
    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        if (sdk != null) {
            var unused = sdk.getSdkTracerProvider().shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
