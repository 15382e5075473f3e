package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered is what Kubernetes takes. */
class ChartTest {

    static List<String> profiles() {
        return Chart.PROFILES;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void helm_finds_nothing_to_say_about_the_chart(String profile) {
        var result = Chart.of(profile).lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).noneMatch(line -> line.contains("[WARNING]") || line.contains("[ERROR]"));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void every_document_is_one_that_kubernetes_knows(String profile) {
        for (var manifest : Chart.rendered(profile)) {
            if (!Models.FOREIGN.contains(Models.type(manifest))) {
                assertThatCode(() -> Models.check(manifest)).as("%s", manifest).doesNotThrowAnyException();
            }
            assertThat(manifest.at("metadata", "namespace")).as("%s", manifest).isEqualTo("shop");
        }
    }

    @Test
    void each_profile_makes_what_it_is_for() {
        var services =
                new HashMap<>(Map.of("Deployment", 6L, "Service", 6L, "ServiceAccount", 7L, "PodDisruptionBudget", 6L));

        assertThat(kinds("minimal"))
                .containsAllEntriesOf(services)
                .containsEntry("Job", 1L)
                .containsEntry("Pod", 1L)
                .containsEntry("Ingress", 1L)
                .doesNotContainKeys("ConfigMap", "HorizontalPodAutoscaler", "ServiceMonitor", "Secret", "CronJob");
        assertThat(kinds("production-tls"))
                .containsAllEntriesOf(services)
                .containsEntry("ConfigMap", 1L)
                .containsEntry("Ingress", 5L)
                .containsEntry("ServiceMonitor", 1L)
                .containsKey("PrometheusRule")
                .doesNotContainKey("HorizontalPodAutoscaler");
        // The CronJob's own is the eighth.
        services.put("ServiceAccount", 8L);
        assertThat(kinds("many-merchants"))
                .containsAllEntriesOf(services)
                .containsEntry("CronJob", 1L)
                .containsEntry("HorizontalPodAutoscaler", 5L)
                .doesNotContainKeys("ConfigMap", "Ingress");
    }

    @Test
    void a_misspelt_field_in_a_template_is_found() {
        found(Chart.of("minimal").edited("deployment.yaml", "minReadySeconds", "minReadySecond"), "minReadySecond");
        found(
                Chart.of("minimal").edited("_pod.tpl", "readOnlyRootFilesystem", "readonlyRootFilesystem"),
                "readonlyRoot");
        found(Chart.of("minimal").edited("topics.yaml", "activeDeadlineSeconds", "activeDeadline"), "activeDeadline");
    }

    @Test
    void a_field_of_another_type_is_found() {
        found(Chart.of("minimal").edited("deployment.yaml", "minReadySeconds: 10", "minReadySeconds: soon"), "soon");
    }

    @Test
    void a_field_that_is_missing_is_found() {
        found(Chart.of("minimal").edited("_network.tpl", "cidr:", "cidrs:"), "cidr");
        found(
                Chart.of("minimal")
                        .edited("deployment.yaml", "        - name: {{ $name }}\n", "        - workingDir: /app\n"),
                "name");
    }

    private static void found(Chart chart, String hint) {
        assertThatThrownBy(() -> chart.render().stream()
                        .filter(manifest -> !Models.FOREIGN.contains(Models.type(manifest)))
                        .forEach(Models::check))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(hint);
    }

    private static Map<String, Long> kinds(String profile) {
        return Chart.rendered(profile).stream().collect(Collectors.groupingBy(Manifest::kind, Collectors.counting()));
    }
}
