package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The nearest thing to a cluster: what the chart renders, run once by Docker beside the Kafka and the PostgreSQL of
 * docker-compose.yml, with its image, user, rights, limits, files, variables and probes. See deploy/helm/run-rendered.
 */
@Tag("docker")
class RenderedImageTest {

    private static final Path COMPOSE = Path.of(System.getProperty("rendered.compose", "../../.kvitt-compose"));
    private static final String NETWORK = System.getProperty("rendered.network", "kvitt_default");
    private static final String TAG = System.getProperty("rendered.tag", "dev");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook-gateway",
                "checkin-service",
                "payment-service",
                "capture-service",
                "receipt-service",
                "operations-service"
            })
    void a_rendered_pod_starts_is_ready_and_stops_within_its_limits(String service) throws Exception {
        var pod = pod(service);
        var container = start(pod, service);
        try {
            var probe = pod.containers().getFirst();
            await(container, probe, "startupProbe");
            await(container, probe, "readinessProbe");
            await(container, probe, "livenessProbe");
            assertThat(Docker.run("exec", container, "id", "-u")).isEqualTo("10001");
            assertThat(Docker.run("exec", container, "bash", "-c", "touch /app/x 2>&1 || true"))
                    .contains("Read-only file system");
            System.out.println(service + " as rendered: ready, "
                    + Docker.run("stats", "--no-stream", "--format", "{{.MemUsage}}", container));

            Docker.run(
                    "stop",
                    "--time",
                    pod.spec().get("terminationGracePeriodSeconds").toString(),
                    container);

            // 143: ended by SIGTERM in order; 137 would be the kill at the end of the time.
            assertThat(Docker.run("inspect", "--format", "{{.State.ExitCode}} {{.State.OOMKilled}}", container))
                    .isEqualTo("143 false");
        } finally {
            Docker.run("rm", "--force", "--volumes", container);
        }
    }

    @Test
    void the_rendered_job_finds_or_makes_the_topics_and_ends() throws Exception {
        var pod = pod("topic-setup", "kafka: {topics: {retention: forever, pointsOfSale: [pos.self-service]}}");
        var container = start(pod, "topic-setup");
        try {
            assertThat(Docker.run("wait", container))
                    .as(Docker.run("logs", container))
                    .isEqualTo("0");
        } finally {
            Docker.run("rm", "--force", "--volumes", container);
        }
    }

    private String start(Pod pod, String part) throws Exception {
        readableByTheContainersUser();
        return Docker.run(
                new RenderedContainer(pod, folder, (name, key) -> secret(part, name, key)).arguments(NETWORK));
    }

    /** Of the minimal profile, at the addresses of docker-compose.yml. */
    private static Pod pod(String service) {
        return pod(
                service,
                "services: {%s: {database: {url: '%s'}}}"
                        .formatted(service, setting(service, "quarkus.datasource.jdbc.url")));
    }

    private static Pod pod(String part, String values) {
        return Chart.of("minimal")
                .with("image: {tag: '%s'}".formatted(TAG))
                // The gateway of docker-compose.yml has the same, or they would take each other's registrations for
                // strange.
                .with("gateway: {publicUrl: 'https://hooks.kvitt.example'}")
                // The registry of docker-compose.yml has a meter, whose customers need an address to open.
                .with("ingress: {pages: {enabled: true, host: pay.kvitt.example}}")
                .with("{fullnameOverride: kvitt, vipps: {baseUrl: 'http://vipps-sandbox:8090', allowPlainHttp: true}}")
                .with(values)
                .render()
                .stream()
                .flatMap(Manifest::pod)
                .filter(pod -> pod.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static void await(String container, Map<String, Object> spec, String name) throws Exception {
        var probe = Values.map(spec.get(name));
        var port = Docker.run("port", container, "8080").replaceAll(".*:", "");
        var uri = URI.create("http://127.0.0.1:" + port + Manifest.at(probe, "httpGet", "path"));
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds((int) probe.get("timeoutSeconds")))
                .build();
        // A cluster would go on asking for readiness; here a start's time has to do for both.
        var tries = name.equals("livenessProbe") ? 1 : 60;
        var answer = "";
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i < tries; i++) {
                try {
                    var response = client.send(request, BodyHandlers.ofString());
                    if (response.statusCode() == 200) {
                        return;
                    }
                    answer = response.body();
                } catch (IOException e) {
                    answer = e.toString();
                }
                Thread.sleep(
                        Duration.ofSeconds((int) probe.get("periodSeconds")).dividedBy(2));
            }
        }
        throw new AssertionError(name + ": " + answer + "\n" + Docker.run("logs", "--tail", "40", container));
    }

    private String secret(String service, String name, String key) {
        var own = COMPOSE.resolve(service);
        try {
            return switch (name) {
                case "kvitt-registry" ->
                    Files.readString(COMPOSE.resolve("registry.yaml"))
                            .replace("file:secrets/", "file:/etc/kvitt/merchants/kvitt-merchants/");
                case "kvitt-merchants" -> {
                    try (var files = Files.list(own)) {
                        yield files.filter(file -> file.getFileName().toString().matches("[0-9]+-.*"))
                                .map(file -> file.getFileName() + "=" + read(file))
                                .collect(Collectors.joining("\n"));
                    }
                }
                case "kvitt" -> read(own.resolve(key));
                default -> setting(service, "quarkus.datasource." + key);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String setting(String service, String name) {
        var settings = new Properties();
        try (Reader file = Files.newBufferedReader(COMPOSE.resolve(service).resolve("settings.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty(name);
    }

    private void readableByTheContainersUser() throws IOException {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
