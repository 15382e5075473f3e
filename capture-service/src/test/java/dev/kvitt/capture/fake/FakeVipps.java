package dev.kvitt.capture.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A Vipps that fails as it is told, and the keys and customers of checkin-service. */
@Startup
@Singleton
public class FakeVipps {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAYMENTS = "/epayment/v1/payments";

    private final Payments payments = new Payments();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final List<Write> writes = new CopyOnWriteArrayList<>();
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI uri;
    private final TestKeys keys;
    private final RememberedCustomers customers;
    private volatile Consumer<Write> observer = write -> {};
    private HttpServer server;

    FakeVipps(@ConfigProperty(name = "kvitt.vipps.base-url") URI uri, TestKeys keys, RememberedCustomers customers) {
        this.uri = uri;
        this.keys = keys;
        this.customers = customers;
    }

    @PostConstruct
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(uri.getHost(), uri.getPort()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @PreDestroy
    void close() {
        server.stop(0);
        threads.close();
    }

    /** The next requests of this kind (create, capture, cancel, refund, get) on this payment fail like this, in this order. */
    public void fail(String kind, String reference, Fault... how) {
        faults.computeIfAbsent(kind + reference, none -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(how));
    }

    /** Called with each write before it is carried out. */
    public void observe(Consumer<Write> by) {
        observer = by;
    }

    public void approve(String reference) {
        payments.named(reference).approve();
    }

    /** Work that a process had sent before it died. */
    public void carryOut(Write write) {
        payments.carryOut(write);
    }

    /** What it answers where somebody is to open or show something. */
    public static String redirectUrl(String reference) {
        return "https://landing.vipps.example/?token=" + reference;
    }

    /** A payment that another system has made. */
    public void others(String reference) {
        payments.put(
                reference,
                new FakePayment(reference, 5000, JSON.createObjectNode().put("order", "1"), null, "other"));
    }

    public FakePayment payment(String reference) {
        return payments.named(reference);
    }

    public List<Write> writes(String reference) {
        return writes.stream()
                .filter(write -> write.reference().equals(reference))
                .toList();
    }

    public long reads(String reference) {
        return reads.stream().filter(reference::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/accesstoken/get" ->
                reply(
                        exchange,
                        new Reply(
                                200,
                                JSON.createObjectNode()
                                        .put("token_type", "Bearer")
                                        .put("expires_in", "86398")
                                        .put("access_token", "token")));
            case "/keys" -> reply(exchange, new Reply(200, JSON.readTree(keys.publicKeys())));
            case "/internal/sealing-keys" -> privateKeys(exchange);
            default -> {
                if (path.startsWith(RememberedCustomers.PATH)) {
                    reply(exchange, customers.answer(exchange));
                } else {
                    payment(exchange, path);
                }
            }
        }
    }

    private void privateKeys(HttpExchange exchange) throws IOException {
        var allowed =
                "Bearer internal-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        reply(
                exchange,
                allowed
                        ? keys.privateKeys()
                                .<Reply>map(json -> new Reply(200, json))
                                .orElse(Reply.problem(503, 0))
                        : Reply.problem(401, 0));
    }

    private void payment(HttpExchange exchange, String path) throws IOException {
        var rest = path.equals(PAYMENTS)
                ? new String[0]
                : path.substring(PAYMENTS.length() + 1).split("/", 2);
        if (exchange.getRequestMethod().equals("GET")) {
            read(exchange, rest[0], rest.length == 2);
            return;
        }
        var body = JSON.readTree(exchange.getRequestBody());
        var kind = rest.length == 0 ? "create" : rest[1];
        var reference = rest.length == 0 ? body.path("reference").asText() : rest[0];
        write(exchange, new Write(kind, reference, exchange.getRequestHeaders().getFirst("Idempotency-Key"), body));
    }

    private void read(HttpExchange exchange, String reference, boolean log) throws IOException {
        reads.add(reference);
        var payment = payments.named(reference);
        var fault = next("get", reference);
        if (fault instanceof Fault.TooMany(Duration retryAfter)) {
            tooMany(exchange, retryAfter);
        } else if (fault != null) {
            reply(
                    exchange,
                    fault instanceof Fault.Problem(int status, int code)
                            ? Reply.problem(status, code)
                            : Reply.problem(500, 0));
        } else if (payment == null) {
            reply(exchange, Reply.problem(404, 5090));
        } else {
            reply(exchange, new Reply(200, log ? payment.log() : payment.show(true)));
        }
    }

    private void write(HttpExchange exchange, Write write) throws IOException {
        writes.add(write);
        observer.accept(write);
        switch (next(write.kind(), write.reference())) {
            case null -> reply(exchange, payments.carryOut(write));
            case Fault.LostBeforeWork() -> exchange.close();
            case Fault.LostAfterWork() -> {
                payments.carryOut(write);
                exchange.close();
            }
            case Fault.ErrorBeforeWork() -> reply(exchange, Reply.problem(500, 0));
            case Fault.ErrorAfterWork() -> {
                payments.carryOut(write);
                reply(exchange, Reply.problem(500, 0));
            }
            case Fault.TooMany(Duration retryAfter) -> tooMany(exchange, retryAfter);
            case Fault.Problem(int status, int code) -> reply(exchange, Reply.problem(status, code));
        }
    }

    private static void tooMany(HttpExchange exchange, Duration retryAfter) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", "" + retryAfter.toSeconds());
        reply(exchange, new Reply(429, JsonNodeFactory.instance.objectNode()));
    }

    private Fault next(String kind, String reference) {
        var waiting = faults.get(kind + reference);
        return waiting == null ? null : waiting.poll();
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
