package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that would cost money, or a night, are refused before anything is installed. */
class RefusalsTest {

    @Test
    void kafka_without_encryption_has_to_be_allowed_in_so_many_words() {
        refused("minimal", "kafka: {allowPlaintext: false}", "kafka.allowPlaintext");
        refused("production-tls", "kafka: {securityProtocol: SASL_PLAINTEXT}", "kafka.allowPlaintext");
    }

    @Test
    void postgresql_without_encryption_has_to_be_allowed_in_so_many_words() {
        refused("minimal", "postgresql: {tls: {allowPlaintext: false}}", "postgresql.tls.allowPlaintext");
        refused("production-tls", "postgresql: {tls: {ca: {secretName: ''}}}", "who signed the server's certificate");
    }

    @Test
    void vipps_over_plain_http_has_to_be_allowed_in_so_many_words() {
        refused("minimal", "vipps: {baseUrl: 'http://sandbox:8090'}", "vipps.allowPlainHttp");
    }

    @Test
    void pools_that_do_not_fit_into_postgresql_are_refused_with_the_sum() {
        refused("minimal", "rollout: {maxSurge: 1}", "is 170 connections, and maxConnections − reserved is 90");
        refused("production-tls", "services: {capture-service: {replicas: 6}}", "capture-service 7 pods × 21");
        refused("many-merchants", "services: {capture-service: {autoscaling: {maxReplicas: 20}}}", "server money");
        refused(
                "many-merchants",
                "services: {capture-service: {database: {server: third}}}",
                "none of postgresql.servers");
    }

    @Test
    void more_replicas_than_partitions_are_refused() {
        refused("minimal", "services: {payment-service: {replicas: 5}}", "a topic has 4 partitions");
    }

    @Test
    void a_service_without_a_user_at_kafka_is_refused() {
        refused(
                "production-tls",
                "services: {capture-service: {kafkaSecret: ''}}",
                "capture-service has no user at Kafka");
        refused("many-merchants", "kafka: {mtls: {secretName: ''}}", "no certificate for Kafka");
        refused("minimal", "kafka: {mtls: {enabled: true}}", "kafka.mtls.enabled needs");
    }

    @Test
    void a_cron_job_has_a_token_and_leaves_the_first_ten_minutes_alone() {
        refused(
                "minimal",
                "reconciliation: {cronJob: {enabled: true, token: {secretName: ''}}}",
                "reconciliation.cronJob.token.secretName");
        refused(
                "many-merchants",
                "secrets: {operationsTokens: [{name: reconciliation, secretName: x, key: token, roles: [viewer]}]}",
                "Use another one");
        refused("many-merchants", "reconciliation: {cronJob: {schedule: '5 * * * *'}}", "schedule");
        refused("many-merchants", "reconciliation: {cronJob: {schedule: '*/15 * * * *'}}", "schedule");
    }

    @Test
    void who_exists_is_said_once() {
        refused("minimal", "registry: {existingConfigMap: ''}", "Say who exists");
        refused("minimal", "registry: {content: 'merchants: []'}", "Say who exists");
        refused("production-tls", "registry: {content: '{'}", "no YAML");
    }

    @Test
    void a_key_of_a_merchant_in_the_registry_itself_is_refused_and_not_repeated() {
        var chart = Chart.of("production-tls");
        var content = (String) Manifest.at(chart.values(), "registry", "content");
        var literal = content.replace("file:/etc/kvitt/merchants/kvitt-brus/client-secret", "hush-hush");

        assertThatThrownBy(() -> chart.with(
                                Values.print(java.util.Map.of("registry", java.util.Map.of("content", literal))))
                        .render())
                .hasMessageContaining("123456")
                .hasMessageContaining("clientSecret")
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void an_upgrade_that_could_never_begin_is_refused() {
        refused("minimal", "rollout: {maxUnavailable: 0}", "no upgrade could ever begin");
    }

    @Test
    void a_variable_that_the_chart_sets_itself_is_refused() {
        refused(
                "minimal",
                "services: {payment-service: {env: {KVITT_REGISTRY: /x}}}",
                "the chart itself sets this variable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kafka: {bootstrap: ''}                                                        | bootstrap
            kafka: {bootstrap: kafka}                                                     | bootstrap
            kafka: {securityProtocol: TLS}                                                | securityProtocol
            kafka: {sasl: {mechanism: PLAIN}}                                             | mechanism
            kafka: {partitions: '24'}                                                     | partitions
            kafka: {topics: {mode: maybe}}                                                | mode
            kafka: {topics: {retention: 400 days}}                                        | retention
            kafak: {bootstrap: kafka:9092}                                                | kafak
            kafka: {boostrap: kafka:9092}                                                 | boostrap
            gateway: {publicUrl: 'http://kvitt.example.com'}                              | publicUrl
            gateway: {publicUrl: 'https://kvitt.example.com/hooks'}                       | publicUrl
            returnUrl: 'http://shop.example.com'                                          | returnUrl
            secrets: {gatewayKey: {secretName: ''}}                                       | gatewayKey
            secrets: {gatewayKey: {value: abc}}                                           | gatewayKey
            secrets: {apiTokens: [{name: taxis, secretName: s, key: k, salesUnits: []}]}  | salesUnits
            secrets: {merchantTokens: [{name: crm, secretName: s, key: k, merchants: []}]} | merchants
            secrets: {operationsTokens: [{name: all, secretName: s, key: k, roles: [admin]}]} | roles
            operations: {oidc: {enabled: true, clientId: c, clientSecret: {secretName: s}}} | issuerUrl
            operations: {oidc: {enabled: true, issuerUrl: 'http://login', clientId: c, clientSecret: {secretName: s}}} | issuerUrl
            services: {ledger-service: {replicas: 1}}                                     | ledger-service
            services: {payment-service: {replicas: 0}}                                    | replicas
            services: {payment-service: {resources: {limits: {memory: null}}}}            | memory
            services: {payment-service: {resources: null}}                                | resources
            services: {payment-service: {env: {KVITT_API_TOKEN: abc}}}                    | KVITT_API_TOKEN
            services: {payment-service: {env: {QUARKUS_DATASOURCE_PASSWORD: abc}}}        | QUARKUS_DATASOURCE_PASSWORD
            services: {payment-service: {env: {JAVA_TOOL_OPTIONS: abc}}}                  | JAVA_TOOL_OPTIONS
            services: {payment-service: {database: {url: 'jdbc:postgresql://u:p@h/db'}}}  | url
            services: {payment-service: {database: {url: 'jdbc:postgresql://h/db?password=p'}}} | url
            services: {payment-service: {database: {url: 'postgresql://h/db'}}}           | url
            services: {payment-service: {database: {secretName: ''}}}                     | secretName
            services: {webhook-gateway: {database: {directUrl: 'jdbc:postgresql://h/db'}}} | directUrl
            ingress: {sales: {enabled: true}}                                             | host
            pods: {userId: 0}                                                             | userId
            probes: {startupSeconds: 1}                                                   | startupSeconds
            networkPolicy: {dns: []}                                                      | dns
            """)
    void the_schema_refuses(String values, String named) {
        refused("minimal", values, named);
    }

    private static void refused(String profile, String values, String why) {
        var chart = Chart.of(profile).with(values);
        assertThatThrownBy(chart::render)
                .as(values)
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(why);
    }
}
