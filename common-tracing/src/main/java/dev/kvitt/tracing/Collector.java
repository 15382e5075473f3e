package dev.kvitt.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** OpenTelemetry's SDK by its own settings ({@code OTEL_…}), where they name somebody who collects. */
final class Collector {

    private static final String DISABLED = "OTEL_SDK_DISABLED";
    private static final String EXPORTER = "OTEL_TRACES_EXPORTER";
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    private Collector() {}

    /** @param setting the value of an environment variable, or null */
    static boolean isNamed(UnaryOperator<String> setting) {
        var off = "true".equalsIgnoreCase(setting.apply(DISABLED)) || "none".equals(setting.apply(EXPORTER));
        return !off
                && Stream.of(ENDPOINT, TRACES_ENDPOINT)
                        .map(setting)
                        .anyMatch(value -> value != null && !value.isBlank());
    }

    /** As OpenTelemetry looks settings up itself: a system property wins. */
    static String setting(String name) {
        return Optional.ofNullable(
                        System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')))
                .orElseGet(() -> System.getenv(name));
    }

    /**
     * Spans only, over HTTP unless the settings say otherwise. Never waits for the collector: what it does not take in time is dropped.
     *
     * @throws RuntimeException when the settings make no sense
     */
    static OpenTelemetrySdk open(String service, String version) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.service.name", service,
                        "otel.resource.attributes", "service.version=" + version,
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .addTracerProviderCustomizer((builder, properties) -> builder.setIdGenerator(new GivenIds()))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }
}
