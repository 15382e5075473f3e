package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kvitt.operations.ReconcileConfig;
import dev.kvitt.operations.security.AccessConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CronJob that asks for a reconciliation: what it runs is run here, against the answers that operations-service gives. */
class ReconciliationTest {

    private static final String API = "/api/reconciliations";
    private static final String ID = "0e3f7a0c-7a35-4b43-9d5e-6f2c1a0b9d11";

    /** As ReconciliationsResource writes it. */
    private static final String RUN =
            """
            {"id":"%s","state":"%s","askedBy":"reconciliation","rows":1234,"looks":3,"findings":{"open":2,"new":1,"gone":4},\
            "progress":0.4,"doing":"matches payments","startedAt":"2026-11-22T10:12:00Z"}""";

    @TempDir
    Path folder;

    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void it_waits_until_the_run_is_done_and_says_what_it_found() throws Exception {
        says("POST " + API, 202, RUN.formatted(ID, "running"));
        says("GET " + API + "/" + ID, 200, RUN.formatted(ID, "running"));
        says("GET " + API + "/" + ID, 503, "{}");
        says("GET " + API + "/" + ID, 200, RUN.formatted(ID, "done"));

        var ended = run();

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out()).contains(ID + ": done, 1234 rows, 2 findings open, 1 of them new, 4 gone");
        assertThat(asked).first().isEqualTo("POST " + API + " Bearer the-token {}");
        assertThat(asked).hasSize(4);
    }

    @Test
    void a_run_that_fails_is_a_job_that_fails() throws Exception {
        says("POST " + API, 202, RUN.formatted(ID, "running"));
        says("GET " + API + "/" + ID, 200, RUN.formatted(ID, "failed"));

        var ended = run();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("failed");
    }

    @Test
    void another_run_that_is_under_way_is_as_good() throws Exception {
        says(
                "POST " + API,
                409,
                "{\"status\":409,\"code\":\"reconciling\",\"detail\":\"Wait.\",\"id\":\"" + ID + "\"}");
        says("GET " + API + "/" + ID, 200, RUN.formatted(ID, "done"));

        var ended = run();

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("Another one is under way", ": done");
    }

    @Test
    void who_is_not_let_in_or_finds_nobody_fails() throws Exception {
        says("POST " + API, 403, "");
        var refused = run();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("403").doesNotContain("the-token");

        service.stop(0);
        assertThat(run().exitCode()).isEqualTo(1);
    }

    @Test
    void its_minute_is_past_the_first_ten_and_operations_service_has_no_schedule_beside_it() {
        var manifests = Chart.rendered("many-merchants");
        assertThat(job(manifests).at("spec", "schedule").toString()).matches("(1[1-9]|[2-5][0-9]) \\* \\* \\* \\*");
        var environment = environment(manifests);
        var settings = new ServiceSettings("operations-service");
        assertThat(settings.mapped(environment, ReconcileConfig.class).hourly()).isFalse();
        var token = settings.mapped(environment, AccessConfig.class).tokens().get("reconciliation");
        assertThat(token.tokenFile()).hasToString("/etc/kvitt/secrets/reconciliation-token");
        assertThat(token.roles()).hasToString("[FINANCE]");

        assertThat(Chart.rendered("minimal")).noneMatch(each -> each.kind().equals("CronJob"));
        assertThat(environment(Chart.rendered("minimal"))).doesNotContainKey("KVITT_RECONCILIATION_HOURLY");
    }

    private static Manifest job(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals("CronJob"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> environment(List<Manifest> manifests) {
        var pod = manifests.stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .flatMap(Manifest::pod)
                .filter(each -> each.part().equals("operations-service"))
                .findFirst()
                .orElseThrow();
        var environment = new HashMap<String, String>();
        pod.variables()
                .forEach(variable -> environment.put(
                        (String) variable.get("name"), String.valueOf(variable.getOrDefault("value", "secret"))));
        return environment;
    }

    /** What the container's shell did. */
    private record Ended(int exitCode, String out) {}

    private Ended run() throws Exception {
        var container = job(Chart.rendered("many-merchants"))
                .pod()
                .findFirst()
                .orElseThrow()
                .containers()
                .getFirst();
        var words = new ArrayList<String>();
        words.addAll(texts(container.get("command")));
        words.addAll(texts(container.get("args")));
        var out = folder.resolve("out");
        var shell = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile());
        shell.environment()
                .putAll(Map.of(
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        Integer.toString(service.getAddress().getPort()),
                        "TOKEN_FILE",
                        Files.writeString(folder.resolve("token"), "the-token\n")
                                .toString(),
                        "EVERY",
                        "0"));
        var process = shell.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private void says(String request, int status, String body) {
        answers.computeIfAbsent(request, each -> new ArrayDeque<>()).add(status + " " + body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        var answer = answers.get(request).remove();
        var bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
