package dev.kvitt.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers as a test says, and keeps what was asked. */
final class KvittDouble implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> toTell = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    volatile int accepting = 202;
    volatile String refusing = "{\"title\":\"Not now.\"}";
    volatile int answering = 200;
    volatile String status = "{\"status\":\"in-progress\",\"todo\":\"wait\",\"sentence\":\"Wait.\"}";
    volatile String listenedFrom = "";

    KvittDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sales", this::sales);
        server.createContext("/tills", this::events);
        server.createContext("/availability", exchange -> answer(exchange, 200, "{\"open\":true}"));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Each that asked for something: its path behind the sale's own, and its Idempotency-Key. */
    List<String> requests() {
        return requests;
    }

    /** The sales that were asked about. */
    List<String> asked() {
        return asked;
    }

    /** An answer about this sale is on its way until somebody counts down. */
    CountDownLatch holds(String saleId) {
        return held.computeIfAbsent(saleId, each -> new CountDownLatch(1));
    }

    /** The till hears this next. */
    void tell(String id, String event) {
        toTell.add("id: " + id + "\ndata: " + event + "\n\n");
    }

    private void sales(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var saleId = exchange.getRequestURI().getPath().replaceFirst("/sales/\\d+/", "");
            var now = status;
            asked.add(saleId);
            hold(saleId);
            answer(exchange, answering, now);
        } else {
            var path = exchange.getRequestURI().getPath().replaceFirst("/sales/\\d+/[^/]+", "");
            requests.add(path + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            answer(exchange, path.equals("/acknowledgements") ? 200 : accepting, refusing);
        }
    }

    private void hold(String saleId) {
        var goOn = held.get(saleId);
        try {
            if (goOn != null && !goOn.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the answer about " + saleId + " go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        try (exchange) {
            listenedFrom = String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            body.write(":\n\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            for (var next = toTell.poll(30, TimeUnit.SECONDS); next != null; next = toTell.poll(30, TimeUnit.SECONDS)) {
                body.write(next.getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
