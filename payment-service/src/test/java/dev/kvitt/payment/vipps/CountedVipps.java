package dev.kvitt.payment.vipps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kvitt.payment.support.VippsToRead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Vipps whose customers never answer, and which notes who reads which payment when. */
final class CountedVipps implements AutoCloseable {

    private final Map<String, List<Instant>> reads = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final HttpServer server;
    private volatile String retryAfter = "";

    CountedVipps(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/accesstoken/get", exchange -> {
            send(exchange, "{\"token_type\":\"Bearer\",\"expires_in\":\"3600\",\"access_token\":\"test\"}");
        });
        server.createContext("/epayment/v1/payments/", this::payment);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** By reference, when it was read. */
    Map<String, List<Instant>> reads() {
        return reads;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** From now on every reading is turned away with that wish. */
    void turnsAway(String retryAfterHeader) {
        retryAfter = retryAfterHeader;
    }

    private void payment(HttpExchange exchange) throws IOException {
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
            return;
        }
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            var path = exchange.getRequestURI().getPath();
            var reference = path.substring(path.lastIndexOf('/') + 1);
            reads.computeIfAbsent(reference, key -> new CopyOnWriteArrayList<>())
                    .add(clock.instant());
            send(exchange, VippsToRead.payment(reference, "CREATED", 0, 0, 0));
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
