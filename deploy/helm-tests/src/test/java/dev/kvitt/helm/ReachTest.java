package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reaches what. */
class ReachTest {

    static List<String> profiles() {
        return Chart.PROFILES;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void every_pod_is_shut_to_all_that_is_not_named(String profile) {
        var manifests = Chart.rendered(profile);
        var policies = kind(manifests, "NetworkPolicy");

        manifests.stream().flatMap(Manifest::pod).forEach(pod -> {
            var its = policies.stream()
                    .filter(policy -> pod.isSelectedBy(policy.at("spec", "podSelector")))
                    .toList();
            assertThat(its).as("%s", pod).hasSize(2);
            assertThat(its).allSatisfy(policy -> assertThat(policy.at("spec", "policyTypes"))
                    .isEqualTo(List.of("Ingress", "Egress")));
            assertThat(its)
                    .anyMatch(policy -> policy.at("spec", "ingress") == null && policy.at("spec", "egress") == null);
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void no_hole_is_open_to_all(String profile) {
        for (var policy : kind(Chart.rendered(profile), "NetworkPolicy")) {
            assertThat(Manifest.list(policy.at("spec", "ingress")))
                    .as("%s", policy)
                    .allSatisfy(rule -> {
                        assertThat(Manifest.list(rule.get("from"))).isNotEmpty();
                        assertThat(Manifest.list(rule.get("ports"))).isNotEmpty();
                    });
            assertThat(Manifest.list(policy.at("spec", "egress")))
                    .as("%s", policy)
                    .allSatisfy(
                            rule -> assertThat(Manifest.list(rule.get("ports"))).isNotEmpty());
        }
    }

    @Test
    void sealing_keys_are_asked_for_by_the_services_that_need_them() {
        var policy = Chart.rendered("minimal").stream()
                .filter(each ->
                        each.kind().equals("NetworkPolicy") && each.name().endsWith("-checkin-service"))
                .findFirst()
                .orElseThrow();

        assertThat(Manifest.list(Manifest.list(policy.at("spec", "ingress"))
                                .getFirst()
                                .get("from"))
                        .stream()
                        .map(peer -> Manifest.at(peer, "podSelector", "matchLabels", "app.kubernetes.io/name")))
                .containsExactlyInAnyOrder(
                        "health-test",
                        "webhook-gateway",
                        "payment-service",
                        "capture-service",
                        "receipt-service",
                        "operations-service");
    }

    @Test
    void operators_reach_one_service_and_it_alone_reaches_all_others() {
        var policies = kind(Chart.rendered("many-merchants"), "NetworkPolicy").stream()
                .filter(each -> each.name().matches(".*-(service|gateway)"))
                .toList();
        var operators = Map.of(
                "namespaceSelector", Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", "back-office")));

        assertThat(policies).hasSize(6).allSatisfy(policy -> {
            var its = policy.name().endsWith("-operations-service");
            assertThat(Manifest.list(Manifest.list(policy.at("spec", "ingress"))
                                    .getFirst()
                                    .get("from"))
                            .contains(operators))
                    .isEqualTo(its);
            assertThat(peers(policy, "ingress", "from").contains("operations-service"))
                    .isEqualTo(!its);
            assertThat(peers(policy, "egress", "to").stream().filter(name -> name.matches(".*-(service|gateway)")))
                    .hasSize(its ? 5 : policy.name().endsWith("-checkin-service") ? 0 : 1);
        });
    }

    /** The parts of the release that are let in, or that may be reached. */
    private static List<String> peers(Manifest policy, String direction, String side) {
        return Manifest.list(policy.at("spec", direction)).stream()
                .flatMap(rule -> Manifest.list(rule.get(side)).stream())
                .map(peer -> Manifest.at(peer, "podSelector", "matchLabels", "app.kubernetes.io/name"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    @Test
    void who_collects_traces_is_reached_where_there_is_one_and_told_to_all() {
        var collector = Map.of("protocol", "TCP", "port", 4318);
        for (var profile : Chart.PROFILES) {
            var manifests = Chart.rendered(profile);
            var wanted = profile.equals("production-tls");
            assertThat(services(manifests)).hasSize(6).allSatisfy(pod -> {
                assertThat(pod.env().containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")).isEqualTo(wanted);
                assertThat(pod.env().get("OTEL_TRACES_SAMPLER_ARG")).isEqualTo(wanted ? "0.1" : null);
            });
            assertThat(kind(manifests, "NetworkPolicy").stream()
                            .filter(policy -> Manifest.list(policy.at("spec", "egress")).stream()
                                    .anyMatch(rule ->
                                            Manifest.list(rule.get("ports")).contains(collector))))
                    .hasSize(wanted ? 6 : 0);
        }
    }

    @Test
    void without_network_policies_there_are_none_at_all() {
        assertThat(kind(
                        Chart.of("minimal")
                                .with("networkPolicy: {enabled: false}")
                                .render(),
                        "NetworkPolicy"))
                .isEmpty();
    }

    @Test
    void the_public_reaches_the_webhooks_and_nothing_else() {
        assertThat(doors(Chart.rendered("minimal"))).containsExactly(Map.entry("kvitt.example.com/hooks/", "Prefix"));
    }

    @Test
    void points_of_sale_outside_get_hosts_of_their_own_where_that_is_wanted() {
        assertThat(doors(Chart.rendered("production-tls")))
                .containsExactlyInAnyOrder(
                        Map.entry("hooks.example.com/hooks/", "Prefix"),
                        Map.entry("sales.example.com/sales/", "Prefix"),
                        Map.entry("sales.example.com/tills/", "Prefix"),
                        Map.entry("sales.example.com/availability/", "Prefix"),
                        Map.entry("seal.example.com/customers/seal", "Exact"),
                        Map.entry("pay.example.com/p/", "Prefix"),
                        Map.entry("operators.example.com/console/", "Prefix"));
    }

    @Test
    void what_programs_ask_operations_service_is_reached_from_outside_only_where_that_is_wanted() {
        assertThat(doors(Chart.of("production-tls")
                        .with("ingress: {operators: {api: true}}")
                        .render()))
                .contains(
                        Map.entry("operators.example.com/console/", "Prefix"),
                        Map.entry("operators.example.com/api/", "Prefix"));
        for (var profile : Chart.PROFILES) {
            assertThat(doors(Chart.rendered(profile)))
                    .extracting(Map.Entry::getKey)
                    .noneMatch(door -> door.matches(".*/(api|operators|internal|q)(/.*)?"));
        }
    }

    @Test
    void every_door_is_encrypted() {
        assertThat(kind(Chart.rendered("production-tls"), "Ingress")).allSatisfy(door -> assertThat(
                        Manifest.list(door.at("spec", "tls")).getFirst().get("hosts"))
                .isEqualTo(List.of(
                        Manifest.list(door.at("spec", "rules")).getFirst().get("host"))));
    }

    @Test
    void every_service_name_that_is_used_leads_somewhere() {
        var manifests = Chart.rendered("production-tls");
        var services = kind(manifests, "Service").stream().map(Manifest::name).toList();

        assertThat(kind(manifests, "Ingress").stream()
                        .flatMap(door -> Manifest.list(Manifest.at(
                                        Manifest.list(door.at("spec", "rules")).getFirst(), "http", "paths"))
                                .stream())
                        .map(path -> Manifest.at(path, "backend", "service", "name")))
                .isSubsetOf(services);
        assertThat(manifests.stream()
                        .flatMap(Manifest::pod)
                        .map(pod -> pod.env().get("KVITT_CHECKIN_URL"))
                        .filter(url -> url != null))
                .hasSize(5)
                .allMatch(url -> services.contains(url.replaceAll("http://(.*):8080", "$1")));
    }

    private static List<Map.Entry<String, String>> doors(List<Manifest> manifests) {
        return kind(manifests, "Ingress").stream()
                .flatMap(door -> Manifest.list(door.at("spec", "rules")).stream())
                .flatMap(rule -> Manifest.list(Manifest.at(rule, "http", "paths")).stream()
                        .map(path ->
                                Map.entry(rule.get("host") + (String) path.get("path"), (String) path.get("pathType"))))
                .toList();
    }

    private static List<Pod> services(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .flatMap(Manifest::pod)
                .toList();
    }

    private static List<Manifest> kind(List<Manifest> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }
}
