package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.capture.CaptureConfig;
import dev.kvitt.checkin.CustomersConfig;
import dev.kvitt.messaging.quarkus.MessagingConfig;
import dev.kvitt.operations.OperationsConfig;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart tells a service is what the service reads. */
class SettingsTest {

    static Stream<Pod> services() {
        return PodsTest.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_variable_is_a_setting_of_the_service(Pod pod) {
        assertThat(new ServiceSettings(pod.part()).unknown(environment(pod).keySet()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_has_all_that_it_must_be_told(Pod pod) {
        var environment = environment(pod);
        new ServiceSettings(pod.part()).read(environment);

        assertThat(environment)
                .containsKeys(
                        "KVITT_REGISTRY",
                        "KVITT_VIPPS_BASE_URL",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "QUARKUS_DATASOURCE_PASSWORD");
    }

    @ParameterizedTest
    @MethodSource("services")
    void no_variable_stands_twice(Pod pod) {
        var seen = new HashSet<Object>();
        assertThat(pod.variables()).allMatch(variable -> seen.add(variable.get("name")));
    }

    @Test
    void a_variable_that_nobody_reads_is_found() {
        assertThat(new ServiceSettings("payment-service")
                        .unknown(Set.of(
                                "KVITT_PAYMENT_SELECTION_GRACE",
                                "KVITT_PAYMENT_SELECTION_GRACES",
                                "KVITT_GATEWAY_PUBLIC_URL")))
                .containsExactly("KVITT_GATEWAY_PUBLIC_URL", "KVITT_PAYMENT_SELECTION_GRACES");
    }

    @Test
    void a_variable_that_is_missing_is_found() {
        var environment = environment(pod("minimal", "capture-service"));
        environment.remove("KVITT_INTERNAL_TOKEN_FILE");

        assertThatThrownBy(() -> new ServiceSettings("capture-service").read(environment))
                .hasMessageContaining("kvitt.internal.token-file");
    }

    @Test
    void kafka_by_tls_and_scram_is_told_the_way_kafka_names_it() {
        assertThat(kafka(pod("production-tls", "payment-service")))
                .isEqualTo(Map.of(
                        "security.protocol", "SASL_SSL",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", "/etc/kvitt/kafka/ca.crt",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", "kvitt-kafka-payment/sasl.jaas.config"));
    }

    @Test
    void kafka_by_certificate_is_told_the_way_kafka_names_it() {
        assertThat(kafka(pod("many-merchants", "payment-service")))
                .isEqualTo(Map.of(
                        "security.protocol", "SSL",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", "/etc/kvitt/kafka/ca.crt",
                        "ssl.keystore.type", "PEM",
                        "ssl.keystore.certificate.chain", "kvitt-kafka/user.crt",
                        "ssl.keystore.key", "kvitt-kafka/user.key"));
    }

    @Test
    void the_relay_goes_past_the_pooler_and_all_go_by_tls() {
        var environment = environment(pod("production-tls", "payment-service"));
        var direct = new ServiceSettings("payment-service")
                .mapped(environment, MessagingConfig.class)
                .db()
                .directUrl();

        assertThat(direct)
                .isEqualTo(
                        "jdbc:postgresql://primary.db.svc:5432/payment?sslmode=verify-full&sslrootcert=/etc/kvitt/postgresql/ca.crt");
        assertThat(environment.get("QUARKUS_DATASOURCE_JDBC_URL"))
                .isEqualTo("jdbc:postgresql://pooler.db.svc:5432/payment?prepareThreshold=0&sslmode=verify-full"
                        + "&sslrootcert=/etc/kvitt/postgresql/ca.crt");
    }

    @Test
    void services_find_each_other_and_the_customer_comes_back() {
        var config = new ServiceSettings("capture-service")
                .mapped(environment(pod("minimal", "capture-service")), CaptureConfig.class);

        assertThat(config.checkin().url()).isEqualTo(URI.create("http://sales-kvitt-checkin-service:8080"));
        assertThat(config.returnUrl()).isEqualTo("https://shop.example.com/paid");
    }

    @Test
    void a_token_for_some_sales_units_is_told_with_them() {
        var config = new ServiceSettings("payment-service").read(environment(pod("production-tls", "payment-service")));
        var tokens = new TreeMap<String, String>();
        names(config)
                .filter(name -> name.startsWith("kvitt.api.tokens."))
                .forEach(name -> tokens.put(
                        name.substring(name.lastIndexOf('.') + 1),
                        config.getConfigValue(name).getValue()));

        assertThat(tokens)
                .containsEntry("token", "kvitt-keys/head-office-token")
                .containsEntry("sales-units", "123456")
                .containsEntry("tills", "till-1")
                .containsEntry("permissions", "read,sell,refund")
                .containsEntry("refund-limit", "100000");
    }

    @Test
    void who_orders_printed_codes_has_a_token_in_a_file_for_some_sales_units() throws Exception {
        var pod = pod("production-tls", "checkin-service");
        assertThat(environment(pod))
                .containsEntry(
                        "KVITT_CHECKIN_CODE_TOKENS__FACILITIES__TOKEN_FILE", "/etc/kvitt/secrets/code-token-facilities")
                .containsEntry("KVITT_CHECKIN_CODE_TOKENS__FACILITIES__SALES_UNITS", "123456");
        assertThat(pod.spec().toString()).contains("path=code-token-facilities", "key=facilities-token");
    }

    @Test
    void operations_service_finds_all_others() {
        for (var profile : Chart.PROFILES) {
            var services = new ServiceSettings("operations-service")
                    .mapped(environment(pod(profile, "operations-service")), OperationsConfig.class)
                    .services();
            assertThat(Stream.of(
                                    services.webhookGateway(),
                                    services.checkinService(),
                                    services.paymentService(),
                                    services.captureService(),
                                    services.receiptService())
                            .map(service -> service.orElseThrow().url().toString()))
                    .containsExactly(
                            "http://sales-kvitt-webhook-gateway:8080",
                            "http://sales-kvitt-checkin-service:8080",
                            "http://sales-kvitt-payment-service:8080",
                            "http://sales-kvitt-capture-service:8080",
                            "http://sales-kvitt-receipt-service:8080");
        }
    }

    @Test
    void who_operates_it_has_a_token_in_a_file_with_roles_and_people_log_in_at_the_issuer() throws Exception {
        var pod = pod("production-tls", "operations-service");
        assertThat(environment(pod))
                .containsEntry(
                        "KVITT_OPERATIONS_TOKENS__ON_CALL__TOKEN_FILE", "/etc/kvitt/secrets/operations-token-on-call")
                .containsEntry("KVITT_OPERATIONS_TOKENS__ON_CALL__ROLES", "viewer,operator")
                .containsEntry("KVITT_OPERATIONS_PUBLIC_URL", "https://operators.example.com")
                .containsEntry("KVITT_OPERATIONS_OIDC_ENABLED", "true")
                .containsEntry("KVITT_OPERATIONS_OIDC_ROLES_CLAIM", "realm_access/roles")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "https://login.example.com/realms/kvitt")
                .containsEntry("QUARKUS_OIDC_CLIENT_ID", "kvitt-console")
                .containsEntry("QUARKUS_OIDC_CREDENTIALS_SECRET", "kvitt-keys/console-client-secret");
        assertThat(pod.spec().toString()).contains("path=operations-token-on-call", "key=on-call-token");
        assertThat(environment(pod("minimal", "operations-service")).keySet())
                .noneMatch(variable -> variable.matches(".*(OIDC|OPERATIONS_TOKENS).*"));
    }

    @Test
    void a_merchants_token_is_told_as_a_file_with_its_merchants() {
        var tokens = new ServiceSettings("checkin-service")
                .mapped(environment(pod("production-tls", "checkin-service")), CustomersConfig.class)
                .tokens();

        assertThat(tokens).hasSize(1);
        assertThat(tokens.values()).allSatisfy(scope -> {
            assertThat(scope.tokenFile()).hasToString("/etc/kvitt/secrets/merchant-brus-crm");
            assertThat(scope.merchants()).containsExactly("brus");
        });
    }

    @Test
    void pools_are_as_large_as_the_values_say() {
        assertThat(environment(pod("minimal", "capture-service")))
                .containsEntry("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "20");
        assertThat(environment(pod("minimal", "webhook-gateway")))
                .containsEntry("KVITT_GATEWAY_DB_CONNECTIONS", "4")
                .doesNotContainKeys("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "KVITT_DB_DIRECT_URL");
    }

    @Test
    void topics_of_points_of_sale_are_created_with_the_others() {
        assertThat(pod("production-tls", "topic-setup").env())
                .containsEntry("KVITT_TOPICS_POINTS_OF_SALE", "pos.service-desk")
                .containsEntry("KVITT_TOPICS_PARTITIONS", "24")
                .containsEntry("KVITT_TOPICS_REPLICATION", "3");
        assertThat(pod("many-merchants", "topic-setup").env())
                .containsEntry("KVITT_TOPICS_POINTS_OF_SALE", "pos.food,pos.transport,pos.vending");
        assertThat(pod("many-merchants", "topic-setup").containers().getFirst().get("args"))
                .isEqualTo(java.util.List.of("check"));
    }

    private static Map<String, String> kafka(Pod pod) {
        return new ServiceSettings(pod.part())
                .mapped(environment(pod), MessagingConfig.class)
                .kafka()
                .properties();
    }

    private static Stream<String> names(SmallRyeConfig config) {
        return new TreeSet<>(StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .toList())
                .stream();
    }

    /** As the container has it; of a secret, the name of its place. */
    private static Map<String, String> environment(Pod pod) {
        var environment = new HashMap<>(pod.env());
        for (var variable : pod.variables()) {
            var reference = Manifest.at(variable, "valueFrom", "secretKeyRef");
            if (reference != null) {
                environment.put(
                        (String) variable.get("name"),
                        Manifest.at(reference, "name") + "/" + Manifest.at(reference, "key"));
            }
        }
        return environment;
    }

    private static Pod pod(String profile, String part) {
        return Chart.rendered(profile).stream()
                .flatMap(Manifest::pod)
                .filter(pod -> pod.part().equals(part))
                .findFirst()
                .orElseThrow();
    }
}
