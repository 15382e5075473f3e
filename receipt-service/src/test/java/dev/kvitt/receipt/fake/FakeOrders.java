package dev.kvitt.receipt.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An Order Management that takes one receipt for a payment and fails as it is told. */
@Startup
@Singleton
public class FakeOrders {

    /** What goes wrong with one post. */
    public enum Fault {
        /** 500, nothing done. */
        ERROR_BEFORE_WORK,
        /** Done, and the connection breaks. */
        LOST_AFTER_WORK,
        /** 429 with a Retry-After of 40 seconds. */
        TOO_MANY,
        /** 400, naming the field, and the customer. */
        MALFORMED,
        /** 403 of a gateway that knows nothing of receipts. */
        GATEWAY,
        /** 401. */
        KEYS_REFUSED,
        /** 404. */
        NOT_FOUND
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECEIPTS = "/order-management/v2/ecom/receipts/";

    /** Somebody's number, in a problem's text. */
    public static final String NUMBER = "4798761234";

    private static final String PROBLEM =
            """
            {"title":"Bad Request","detail":"no receipt for %s",
             "invalidParams":[{"name":"orderLines[0].name","reason":"%s is too long"}]}"""
                    .formatted(NUMBER, NUMBER);

    private final Map<String, JsonNode> receipts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> posts = new ConcurrentHashMap<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> unreadables = new ConcurrentHashMap<>();
    private final URI uri;
    private HttpServer server;

    FakeOrders(@ConfigProperty(name = "kvitt.vipps.base-url") URI uri) {
        this.uri = uri;
    }

    @PostConstruct
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(uri.getHost(), uri.getPort()), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @PreDestroy
    void close() {
        server.stop(0);
    }

    /** The next posts for this payment fail like this, in this order. */
    public void fail(String reference, Fault... how) {
        faults.computeIfAbsent(reference, none -> new ConcurrentLinkedQueue<>()).addAll(List.of(how));
    }

    /** The next so many reads of this payment's receipt fail. */
    public void failReads(String reference, int times) {
        unreadables.put(reference, new AtomicInteger(times));
    }

    /** Somebody else was here before us. */
    public void put(String reference, String receipt) throws IOException {
        receipts.put(reference, JSON.readTree(receipt));
    }

    public JsonNode receipt(String reference) {
        return receipts.get(reference);
    }

    /** How often a receipt was posted, taken or not. */
    public int posts(String reference) {
        return posts.getOrDefault(reference, new AtomicInteger()).get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/accesstoken/get")) {
            reply(exchange, 200, "{\"token_type\":\"Bearer\",\"expires_in\":\"86398\",\"access_token\":\"token\"}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            get(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else {
            post(exchange, path.substring(RECEIPTS.length()));
        }
    }

    private void get(HttpExchange exchange, String reference) throws IOException {
        var unreadable = unreadables.get(reference);
        if (unreadable != null && unreadable.getAndDecrement() > 0) {
            reply(exchange, 500, "{}");
        } else {
            reply(
                    exchange,
                    200,
                    JSON.createObjectNode()
                            .set("receipt", receipts.get(reference))
                            .toString());
        }
    }

    private void post(HttpExchange exchange, String reference) throws IOException {
        posts.computeIfAbsent(reference, none -> new AtomicInteger()).incrementAndGet();
        var body = JSON.readTree(exchange.getRequestBody());
        var waiting = faults.get(reference);
        switch (waiting == null ? null : waiting.poll()) {
            case null -> {
                var taken = receipts.putIfAbsent(reference, body) == null;
                reply(exchange, taken ? 201 : 409, taken ? "\"0b0b9c1e-6f5e-4d0e-9c64-5a1f6b7a4b11\"" : "{}");
            }
            case ERROR_BEFORE_WORK -> reply(exchange, 500, "{}");
            case LOST_AFTER_WORK -> {
                receipts.putIfAbsent(reference, body);
                exchange.close();
            }
            case TOO_MANY -> {
                exchange.getResponseHeaders().add("Retry-After", "40");
                reply(exchange, 429, "{}");
            }
            case MALFORMED -> reply(exchange, 400, PROBLEM);
            case GATEWAY -> reply(exchange, 403, "<html>Forbidden</html>");
            case KEYS_REFUSED -> reply(exchange, 401, "{\"title\":\"Unauthorized\"}");
            case NOT_FOUND -> reply(exchange, 404, "{\"title\":\"Not Found\"}");
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
