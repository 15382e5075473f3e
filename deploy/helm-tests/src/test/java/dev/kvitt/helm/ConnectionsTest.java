package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pools of all pods that can be there at one time fit into PostgreSQL: counted from what is rendered, not from the values. */
class ConnectionsTest {

    static List<String> profiles() {
        return Chart.PROFILES;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void all_pools_fit_into_max_connections(String profile) {
        var chart = Chart.of(profile);
        var manifests = chart.render();
        var sums = new HashMap<String, Integer>();
        manifests.stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .forEach(deployment -> sums.merge(
                        server(chart, deployment),
                        connections(deployment) * mostPods(deployment, manifests),
                        Integer::sum));

        assertThat(sums).isNotEmpty().allSatisfy((server, sum) -> {
            var limit = Values.map(Manifest.at(chart.values(), "postgresql", "servers", server));
            assertThat(sum)
                    .as(server)
                    .isLessThanOrEqualTo((int) limit.get("maxConnections") - (int) limit.get("reserved"));
        });
    }

    /** The pool, and the one that the relay holds. */
    private static int connections(Manifest deployment) {
        var env = deployment.pod().findFirst().orElseThrow().env();
        return env.containsKey("KVITT_DB_DIRECT_URL")
                ? Integer.parseInt(env.get("QUARKUS_DATASOURCE_JDBC_MAX_SIZE")) + 1
                : Integer.parseInt(env.get("KVITT_GATEWAY_DB_CONNECTIONS"));
    }

    private static int mostPods(Manifest deployment, List<Manifest> manifests) {
        var scaled = manifests.stream()
                .filter(manifest -> manifest.kind().equals("HorizontalPodAutoscaler"))
                .filter(manifest -> deployment.name().equals(manifest.at("spec", "scaleTargetRef", "name")))
                .map(manifest -> (int) manifest.at("spec", "maxReplicas"))
                .findFirst();
        return scaled.orElseGet(() -> (int) deployment.at("spec", "replicas"))
                + (int) deployment.at("spec", "strategy", "rollingUpdate", "maxSurge");
    }

    private static String server(Chart chart, Manifest deployment) {
        var part = deployment.pod().findFirst().orElseThrow().part();
        Map<String, Object> database = Values.map(Manifest.at(chart.values(), "services", part, "database"));
        return (String) database.get("server");
    }
}
