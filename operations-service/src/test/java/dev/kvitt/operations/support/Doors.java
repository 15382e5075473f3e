package dev.kvitt.operations.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The operators' doors of the other services, as a test wants them: payment, capture and receipt answer; checkin is away, unless the
 * argument {@code checkin} is {@code there}.
 */
public final class Doors implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "operators-token-of-a-test";
    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final List<String> POSTED = new CopyOnWriteArrayList<>();

    private HttpServer server;
    private boolean checkin;

    private record Answer(int status, String json) {}

    /** @param what such as {@code payment GET /operators/parked}, without what stands behind a question mark */
    public static void answer(String what, int status, String json) {
        ANSWERS.put(what, new Answer(status, json));
    }

    /** What was posted: service, path, body. */
    public static List<String> posted() {
        return List.copyOf(POSTED);
    }

    public static void forget() {
        ANSWERS.clear();
        POSTED.clear();
    }

    @Override
    public void init(Map<String, String> arguments) {
        checkin = "there".equals(arguments.get("checkin"));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Doors::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            var file = Files.createTempFile("operators", "token");
            file.toFile().deleteOnExit();
            Files.writeString(file, TOKEN + "\n");
            return settings("http://127.0.0.1:" + server.getAddress().getPort(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("the doors of the test do not open", e);
        }
    }

    private Map<String, String> settings(String url, Path token) {
        return Map.of(
                "kvitt.services.payment-service.url", url + "/payment",
                "kvitt.services.capture-service.url", url + "/capture",
                "kvitt.services.receipt-service.url", url + "/receipt/",
                // Port 9 of this machine answers nobody.
                "kvitt.services.checkin-service.url", checkin ? url + "/checkin" : "http://127.0.0.1:9",
                "kvitt.operators.token-file", token.toString());
    }

    private static void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var slash = path.indexOf('/', 1);
        var service = path.substring(1, slash);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            POSTED.add(service + " " + path.substring(slash) + " " + body);
        }
        var answer = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? ANSWERS.getOrDefault(
                        service + " " + exchange.getRequestMethod() + " " + path.substring(slash),
                        new Answer(404, "{\"code\":\"not-parked\"}"))
                : new Answer(401, "{}");
        var bytes = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
