package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts and metrics reach a Prometheus operator as they are kept in deploy/observability. */
class AlertsTest {

    private static final Path RULES = Path.of("..", "observability", "prometheus");

    @Test
    void the_rules_are_the_ones_that_are_tested_and_no_copy() throws IOException {
        var rendered = Chart.rendered("production-tls").stream()
                .filter(manifest -> manifest.kind().equals("PrometheusRule"))
                .map(manifest -> manifest.tree().get("spec"))
                .toList();
        List<Object> kept;
        try (var files = Files.list(RULES)) {
            kept = files.filter(file -> file.toString().endsWith("-rules.yml"))
                    .sorted()
                    .map(file -> (Object) Values.read(file))
                    .toList();
        }

        assertThat(kept).isNotEmpty();
        assertThat(rendered).isEqualTo(kept);
    }

    @Test
    void a_chart_without_the_rules_says_where_they_are() {
        assertThatThrownBy(Chart.of("production-tls").withoutFiles()::render).hasMessageContaining("deploy/helm/chart");
    }

    @Test
    void metrics_are_scraped_from_every_service_under_its_own_name() {
        var manifests = Chart.rendered("production-tls");
        var monitor = manifests.stream()
                .filter(manifest -> manifest.kind().equals("ServiceMonitor"))
                .findFirst()
                .orElseThrow();
        var wanted = Values.map(monitor.at("spec", "selector", "matchLabels"));
        var endpoint = Manifest.list(monitor.at("spec", "endpoints")).getFirst();

        assertThat(manifests.stream()
                        .filter(manifest -> manifest.kind().equals("Service"))
                        .filter(service -> Values.map(service.at("metadata", "labels"))
                                .entrySet()
                                .containsAll(wanted.entrySet())))
                .hasSize(6)
                .allSatisfy(service -> assertThat(Manifest.list(service.at("spec", "ports"))
                                .getFirst()
                                .get("name"))
                        .isEqualTo(endpoint.get("port")));
        assertThat(endpoint.get("relabelings"))
                .isEqualTo(List.of(Map.of(
                        "sourceLabels",
                        List.of("__meta_kubernetes_service_label_app_kubernetes_io_name"),
                        "targetLabel",
                        "service")));
    }
}
