package dev.kvitt.local.stack;

import dev.kvitt.local.kafka.Guard;
import dev.kvitt.local.postgres.Database;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the services of this project are told, as environment variables. */
final class ServiceSettings {

    private ServiceSettings() {}

    /** Settings of one of Kvitt's own services. */
    static Map<String, String> of(KvittService service, StackContext context, String databaseName) {
        Secrets secrets = new Secrets(context.data().secrets());
        Database database = context.databases().get(databaseName);
        Map<String, String> settings = http(service, context);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        database.owner().ifPresent(owner -> {
            settings.put("QUARKUS_FLYWAY_USERNAME", owner.user());
            settings.put("QUARKUS_FLYWAY_PASSWORD", owner.password());
        });
        settings.put("KVITT_DB_DIRECT_URL", database.directUrl());
        settings.put("KVITT_LOG_JSON", "false");
        settings.put("KVITT_KAFKA_BOOTSTRAP", context.ports().guardedKafka());
        settings.put("KVITT_KAFKA_PROPERTIES__SECURITY_PROTOCOL_", "SASL_PLAINTEXT");
        settings.put("KVITT_KAFKA_PROPERTIES__SASL_MECHANISM_", "PLAIN");
        settings.put(
                "KVITT_KAFKA_PROPERTIES__SASL_JAAS_CONFIG_",
                Guard.login(service.serviceName(), secrets.password(StackSecrets.ofKafkaUser(service.serviceName()))));
        // The one broker here keeps one copy, and that is no reason to warn.
        settings.put("KVITT_KAFKA_EXPECTED_REPLICATION", "1");
        settings.put("KVITT_KAFKA_EXPECTED_MIN_INSYNC", "1");
        // One process of each service: who comes after one that died gets its partitions at once, not after a session's
        // time.
        settings.put("KVITT_KAFKA_PROPERTIES__GROUP_INSTANCE_ID_", service.serviceName());
        settings.put("KVITT_REGISTRY", context.data().registry().toString());
        settings.put("KVITT_VIPPS_BASE_URL", url(KvittService.VIPPS_SANDBOX, context));
        settings.put("KVITT_GATEWAY_PUBLIC_URL", url(KvittService.WEBHOOK_GATEWAY, context));
        settings.put("KVITT_CHECKIN_URL", url(KvittService.CHECKIN_SERVICE, context));
        settings.put("KVITT_CHECKIN_PUBLIC_URL", url(KvittService.CHECKIN_SERVICE, context));
        // Where operations-service asks the others what is parked and what waits.
        for (KvittService other : KvittService.values()) {
            settings.put("KVITT_SERVICES_" + variable(other.serviceName()) + "_URL", url(other, context));
        }
        settings.put("KVITT_API_TOKEN", context.token());
        settings.put("KVITT_API_TOKENS__TILLS__TOKEN", secrets.password(StackSecrets.TILL_TOKEN));
        TillAccess.settings()
                .forEach((name, value) -> settings.put("KVITT_API_TOKENS__TILLS__" + variable(name), value));
        settings.put(
                "KVITT_INTERNAL_TOKEN_FILE",
                secrets.file(StackSecrets.INTERNAL_TOKEN).toString());
        settings.put(
                "KVITT_OPERATORS_TOKEN_FILE",
                secrets.file(StackSecrets.OPERATORS_TOKEN).toString());
        settings.put(
                "KVITT_OPERATIONS_TOKENS__CLI__TOKEN_FILE",
                secrets.file(StackSecrets.OPERATIONS_TOKEN).toString());
        settings.put("KVITT_OPERATIONS_TOKENS__CLI__ROLES", "viewer,operator,finance");
        settings.put(
                "KVITT_OPERATIONS_LOGIN_USERS_FILE",
                secrets.file(StackSecrets.CONSOLE_USERS).toString());
        settings.put(
                "KVITT_CHECKIN_SEAL_TOKEN_FILE",
                secrets.file(StackSecrets.TILL_TOKEN).toString());
        settings.put(
                "KVITT_CHECKIN_CODE_TOKENS__LOCAL__TOKEN_FILE",
                secrets.file(StackSecrets.CODE_TOKEN).toString());
        settings.put("KVITT_CHECKIN_CODE_TOKENS__LOCAL__SALES_UNITS", SandboxMerchants.MSN);
        settings.put(
                "KVITT_CUSTOMERS_TOKENS__BRUS__TOKEN_FILE",
                secrets.file(StackSecrets.MERCHANT_TOKEN).toString());
        settings.put("KVITT_CUSTOMERS_TOKENS__BRUS__MERCHANTS", "brus");
        settings.put("KVITT_SECRETS_DIR", secrets.folder().toString());
        return settings;
    }

    /** Settings of the local Vipps MobilePay. */
    static Map<String, String> ofSandbox(StackContext context) {
        Map<String, String> settings = http(KvittService.VIPPS_SANDBOX, context);
        // Its webhooks go to http addresses on this machine, which the real one never would.
        settings.put("SANDBOX_ALLOW_LOOPBACK_HTTP", "true");
        settings.put("SANDBOX_RULES_CREATE_LOOPBACK_HTTP_ACCEPTED", "true");
        settings.put("SANDBOX_STATE_FILE", context.data().sandboxState().toString());
        SandboxMerchants.settings(new Secrets(context.data().secrets()))
                .forEach((property, value) -> settings.put(variable(property), value));
        return settings;
    }

    /** The environment variable that stands for a property. */
    private static String variable(String property) {
        return property.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> http(KvittService service, StackContext context) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(context.ports().of(service.serviceName())));
        return settings;
    }

    private static String url(KvittService service, StackContext context) {
        return context.ports().url(service.serviceName());
    }
}
