package dev.kvitt.helm;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of a service, as its own code declares them. */
final class ServiceSettings {

    private static final Path ROOT = Path.of("..", "..");

    private static final Map<String, List<String>> MAPPINGS = Map.of(
            "webhook-gateway",
            List.of(
                    "dev.kvitt.gateway.GatewayConfig",
                    "dev.kvitt.gateway.VippsConfig",
                    "dev.kvitt.gateway.messaging.KafkaConfig"),
            "checkin-service",
            List.of(
                    "dev.kvitt.checkin.CheckinConfig",
                    "dev.kvitt.checkin.CustomersConfig",
                    "dev.kvitt.messaging.quarkus.MessagingConfig"),
            "payment-service",
            List.of(
                    "dev.kvitt.payment.PaymentConfig",
                    "dev.kvitt.payment.api.ApiConfig",
                    "dev.kvitt.messaging.quarkus.MessagingConfig"),
            "capture-service",
            List.of("dev.kvitt.capture.CaptureConfig", "dev.kvitt.messaging.quarkus.MessagingConfig"),
            "receipt-service",
            List.of("dev.kvitt.receipt.ReceiptConfig", "dev.kvitt.messaging.quarkus.MessagingConfig"),
            "operations-service",
            List.of(
                    "dev.kvitt.operations.OperationsConfig",
                    "dev.kvitt.operations.ReconcileConfig",
                    "dev.kvitt.operations.security.AccessConfig",
                    "dev.kvitt.messaging.quarkus.MessagingConfig"));

    /** Read one by one and not by a mapping: the registry and the gateway's, and Quarkus' own. */
    private static final Set<String> SINGLE = Set.of(
            "kvitt.registry",
            "kvitt.checkin.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.datasource.jdbc.max-size",
            "quarkus.flyway.username",
            "quarkus.flyway.password",
            // Of Quarkus, where a page looks at who asks.
            "quarkus.http.proxy.proxy-address-forwarding",
            "quarkus.http.proxy.enable-forwarded-host",
            // Of Quarkus, where people log in at an issuer.
            "kvitt.operations.oidc.roles-claim",
            "quarkus.oidc.auth-server-url",
            "quarkus.oidc.client-id",
            "quarkus.oidc.credentials.secret",
            // OpenTelemetry's own.
            "otel.exporter.otlp.endpoint",
            "otel.traces.sampler",
            "otel.traces.sampler.arg");

    private final String service;

    ServiceSettings(String service) {
        this.service = service;
    }

    /** Which of these variables set nothing that the service reads. */
    Set<String> unknown(Set<String> variables) {
        var known = Stream.concat(SINGLE.stream(), names().stream())
                .map(ServiceSettings::variable)
                .toList();
        return variables.stream()
                .filter(variable ->
                        known.stream().noneMatch(each -> each.matcher(variable).matches()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Throws when one that must be given is missing or cannot be understood. */
    SmallRyeConfig read(Map<String, String> environment) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(ownDefaults())
                .withDefaultValue(SmallRyeConfig.SMALLRYE_CONFIG_MAPPING_VALIDATE_UNKNOWN, "false");
        mappings().forEach(builder::withMapping);
        return builder.build();
    }

    <T> T mapped(Map<String, String> environment, Class<T> type) {
        return read(environment).getConfigMapping(type);
    }

    private List<Class<?>> mappings() {
        var classes = new ArrayList<Class<?>>();
        for (var name : MAPPINGS.get(service)) {
            try {
                classes.add(Class.forName(name));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(service + " has no " + name + " any more", e);
            }
        }
        return classes;
    }

    private Set<String> names() {
        return mappings().stream()
                .flatMap(mapping -> ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream())
                .collect(Collectors.toSet());
    }

    private PropertiesConfigSource ownDefaults() {
        try {
            var file = ROOT.resolve(service).resolve("src/main/resources/application.properties");
            return new PropertiesConfigSource(file.toUri().toURL(), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As MicroProfile Config turns a name into a variable: capitals, and an underscore for all that is neither letter nor digit. */
    private static Pattern variable(String name) {
        var parts = new ArrayList<String>();
        for (var part : name.split("\\*", -1)) {
            parts.add(Pattern.quote(part.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)));
        }
        return Pattern.compile(String.join(".+", parts));
    }
}
