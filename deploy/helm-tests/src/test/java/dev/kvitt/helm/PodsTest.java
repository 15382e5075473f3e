package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every pod of the chart is held: limits, rights, probes, secrets. */
class PodsTest {

    /** Reading, timers, tasks and outbox are closed one after the other, 20 s each at most (dev.kvitt.messaging.Stoppable). */
    private static final int LOOPS = 4;

    private static final Pattern SECRET = Pattern.compile("PASSWORD|USERNAME|JAAS|TOKEN_?$|_KEY_$|CERTIFICATE_CHAIN");

    static Stream<Pod> pods() {
        return Chart.PROFILES.stream()
                .flatMap(profile -> Chart.rendered(profile).stream())
                .flatMap(Manifest::pod);
    }

    static Stream<Pod> services() {
        return pods().filter(pod -> pod.part().matches(".*-(service|gateway)"));
    }

    @Test
    void there_are_nine_kinds_of_pods() {
        assertThat(pods().map(Pod::part).distinct())
                .containsExactlyInAnyOrder(
                        "webhook-gateway",
                        "checkin-service",
                        "payment-service",
                        "capture-service",
                        "receipt-service",
                        "operations-service",
                        "topic-setup",
                        "reconciliation",
                        "health-test");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void a_pod_may_do_nothing_that_it_need_not(Pod pod) {
        assertThat(pod.spec())
                .containsEntry("automountServiceAccountToken", false)
                .containsEntry("enableServiceLinks", false)
                .containsKey("serviceAccountName")
                .doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
        assertThat(pod.spec().get("securityContext"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        for (var container : pod.containers()) {
            assertThat(container.get("securityContext"))
                    .isEqualTo(Map.of(
                            "allowPrivilegeEscalation", false,
                            "readOnlyRootFilesystem", true,
                            "runAsNonRoot", true,
                            "capabilities", Map.of("drop", List.of("ALL"))));
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void every_container_has_limits(Pod pod) {
        for (var container : pod.containers()) {
            for (var side : List.of("requests", "limits")) {
                assertThat(Values.map(Manifest.at(container, "resources", side)))
                        .containsOnlyKeys("cpu", "memory");
            }
        }
        assertThat(Manifest.list(pod.spec().get("volumes")))
                .filteredOn(volume -> volume.containsKey("emptyDir"))
                .allSatisfy(volume ->
                        assertThat(Manifest.at(volume, "emptyDir", "sizeLimit")).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_is_asked_whether_it_started_lives_and_is_ready(Pod pod) {
        var container = pod.containers().getFirst();
        assertThat(probe(container, "startupProbe")).isEqualTo("/q/health/started");
        assertThat(probe(container, "livenessProbe")).isEqualTo("/q/health/live");
        assertThat(probe(container, "readinessProbe")).isEqualTo("/q/health/ready");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_gets_the_time_that_its_own_stop_may_take(Pod pod) {
        var stop = pod.part().equals("webhook-gateway") ? 10 + 8 : LOOPS * 20;
        var preStop = (int) Manifest.at(pod.containers().getFirst(), "lifecycle", "preStop", "sleep", "seconds");

        assertThat((int) pod.spec().get("terminationGracePeriodSeconds")).isGreaterThanOrEqualTo(stop + preStop + 10);
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_is_mounted_is_there_and_what_is_there_is_mounted(Pod pod) {
        var mounts = Manifest.list(pod.containers().getFirst().get("volumeMounts"));
        assertThat(Manifest.list(pod.spec().get("volumes")).stream().map(volume -> volume.get("name")))
                .containsExactlyInAnyOrderElementsOf(
                        mounts.stream().map(mount -> mount.get("name")).toList());
        assertThat(mounts)
                .allMatch(mount -> "/tmp".equals(mount.get("mountPath")) || Boolean.TRUE.equals(mount.get("readOnly")));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void secrets_come_by_reference_only(Pod pod) {
        for (var variable : pod.variables()) {
            var name = (String) variable.get("name");
            if (SECRET.matcher(name).find()) {
                assertThat(Values.map(Manifest.at(variable, "valueFrom", "secretKeyRef")))
                        .as(name)
                        .containsOnlyKeys("name", "key");
            }
        }
        assertThat(pod.env().values()).noneMatch(value -> value.contains("password="));
    }

    @Test
    void the_chart_makes_no_secret() {
        assertThat(Chart.PROFILES.stream().flatMap(profile -> Chart.rendered(profile).stream()))
                .noneMatch(manifest -> manifest.kind().equals("Secret"));
    }

    @Test
    void a_pod_starts_again_when_the_registry_changes() {
        var before = annotation(Chart.of("many-merchants"));

        assertThat(annotation(Chart.of("many-merchants"))).isEqualTo(before);
        assertThat(annotation(Chart.of("many-merchants").with("registry: {revision: later}")))
                .isNotEqualTo(before);
    }

    private static Object annotation(Chart chart) {
        return chart.render().stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .findFirst()
                .orElseThrow()
                .at("spec", "template", "metadata", "annotations", "kvitt.dev/registry");
    }

    private static Object probe(Map<String, Object> container, String probe) {
        return Manifest.at(container, probe, "httpGet", "path");
    }
}
