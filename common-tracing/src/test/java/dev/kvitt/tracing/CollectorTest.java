package dev.kvitt.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorTest {

    @Test
    void somebody_collects_where_the_settings_of_OpenTelemetry_name_them() {
        assertThat(isNamed(Map.of())).isFalse();
        assertThat(isNamed(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")))
                .isTrue();
        assertThat(isNamed(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://collector:4318/v1/traces")))
                .isTrue();
        assertThat(isNamed(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""))).isFalse();
    }

    @Test
    void what_switches_OpenTelemetry_off_switches_it_off() {
        assertThat(isNamed(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318", "OTEL_SDK_DISABLED", "true")))
                .isFalse();
        assertThat(isNamed(
                        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318", "OTEL_TRACES_EXPORTER", "none")))
                .isFalse();
    }

    private static boolean isNamed(Map<String, String> settings) {
        return Collector.isNamed(settings::get);
    }
}
