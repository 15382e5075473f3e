package dev.kvitt.cli.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Plays operations-service: says what a test told it to, and remembers what it was asked. */
public final class FakeOperations implements AutoCloseable {

    /** The token it knows. */
    public static final String TOKEN = "operators-token-of-the-tests";

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private record Answer(int status, String type, byte[] body) {}

    /** One that listens. */
    public FakeOperations() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it says next to {@code GET /api/sales}; the last one stays. */
    public FakeOperations says(String call, String json) {
        return says(call, 200, "application/json", json);
    }

    /** As {@link #says(String, String)}, with a problem. */
    public FakeOperations refuses(String call, int status, String code, String detail) {
        return says(
                call,
                status,
                "application/problem+json",
                "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}");
    }

    /** As {@link #says(String, String)}, with anything. */
    public FakeOperations says(String call, int status, String type, String body) {
        answers.computeIfAbsent(call, any -> new ArrayDeque<>())
                .add(new Answer(status, type, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** {@code METHOD path?query body} of everything it was asked. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call = exchange.getRequestMethod() + " " + path;
        requests.add((call + (query == null ? "" : "?" + query) + " " + body).strip());
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = known ? next(call) : new Answer(401, "application/json", new byte[0]);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private synchronized Answer next(String call) {
        Deque<Answer> left = answers.get(call);
        if (left == null) {
            return new Answer(
                    404, "application/problem+json", "{\"code\":\"unknown\"}".getBytes(StandardCharsets.UTF_8));
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
