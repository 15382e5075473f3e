package dev.kvitt.gateway.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The Webhooks API of one sales unit, with its limit of one registration for check-ins. */
public final class FakeVipps implements AutoCloseable {

    /** What a registration call does. */
    public enum Mode {
        WORKS,
        /** Registers, but the answer with the secret never arrives. */
        LOSES_ANSWERS,
        AWAY
    }

    /** A registration at Vipps. */
    public record Registered(String id, String url, Set<String> events, String secret) {

        public boolean isForCheckIns() {
            return events.contains("user.checked-in.v1");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Registered> registrations = new CopyOnWriteArrayList<>();
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.WORKS;
    private volatile Consumer<String> beforeRegistering = url -> {};

    public FakeVipps() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/accesstoken/get",
                exchange -> answer(
                        exchange,
                        200,
                        Map.of("token_type", "Bearer", "expires_in", "3600", "access_token", "token-of-the-fake")));
        server.createContext("/webhooks/v1/webhooks", this::webhooks);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As new. */
    public void reset() {
        registrations.clear();
        journal.clear();
        mode = Mode.WORKS;
        beforeRegistering = url -> {};
    }

    public void mode(Mode next) {
        mode = next;
    }

    /** Called with the URL while Vipps works on a registration. */
    public void beforeRegistering(Consumer<String> action) {
        beforeRegistering = action;
    }

    public List<Registered> registrations() {
        return List.copyOf(registrations);
    }

    public Registered payments() {
        return registrations.stream()
                .filter(one -> !one.isForCheckIns())
                .findFirst()
                .orElseThrow();
    }

    public Registered checkIns() {
        return registrations.stream()
                .filter(Registered::isForCheckIns)
                .findFirst()
                .orElseThrow();
    }

    /** What was asked, in order: {@code POST payments}, {@code POST check-ins}, {@code DELETE id}. */
    public List<String> journal() {
        return List.copyOf(journal);
    }

    /** A registration that is there without anybody having asked for it now. */
    public Registered add(String url, Set<String> events) {
        var one = new Registered(UUID.randomUUID().toString(), url, events, "secret-" + UUID.randomUUID());
        registrations.add(one);
        return one;
    }

    /** As Vipps does after two weeks without an answer. */
    public void forget(Registered one) {
        registrations.remove(one);
    }

    private void webhooks(HttpExchange exchange) throws IOException {
        if (mode == Mode.AWAY) {
            answer(exchange, 503, Map.of("title", "away"));
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> list(exchange);
            case "DELETE" -> delete(exchange);
            default -> register(exchange);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        var all = new ArrayList<Map<String, Object>>();
        registrations.forEach(one -> all.add(Map.of("id", one.id(), "url", one.url(), "events", one.events())));
        answer(exchange, 200, Map.of("webhooks", all));
    }

    private void delete(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        journal.add("DELETE " + id);
        var found = registrations.removeIf(one -> one.id().equals(id));
        answer(exchange, found ? 204 : 404, null);
    }

    private void register(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody());
        var events = new ArrayList<String>();
        body.get("events").forEach(event -> events.add(event.textValue()));
        var url = body.get("url").textValue();
        var checkIns = events.contains("user.checked-in.v1");
        journal.add("POST " + (checkIns ? "check-ins" : "payments"));
        beforeRegistering.accept(url);
        if (checkIns && registrations.stream().anyMatch(Registered::isForCheckIns)) {
            answer(exchange, 400, Map.of("title", "Only one registration is allowed"));
            return;
        }
        var made = add(url, Set.copyOf(events));
        if (mode == Mode.LOSES_ANSWERS) {
            exchange.close();
        } else {
            answer(exchange, 201, Map.of("id", made.id(), "secret", made.secret()));
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = body == null ? new byte[0] : JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
