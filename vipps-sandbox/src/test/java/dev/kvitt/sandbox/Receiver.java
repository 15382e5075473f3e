package dev.kvitt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A merchant's webhook endpoint: answers as told, 200 otherwise, and keeps what it got. */
final class Receiver implements AutoCloseable {

    static final int NEVER = -1;

    private static final int DEADLINE_SECONDS = 20;

    record Delivery(String host, String pathAndQuery, String registration, SignatureHeaders signature, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonPath json() {
            return JsonPath.from(text());
        }

        String name() {
            return json().getString("name");
        }
    }

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/", receiver::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String pathAndQuery) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery;
    }

    /** The next calls are answered with these, in order; {@link #NEVER} is no answer at all. */
    void answer(int... next) {
        for (int status : next) {
            statuses.add(status);
        }
    }

    Delivery next() {
        try {
            Delivery delivery = deliveries.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(delivery).as("a delivery within %d s", DEADLINE_SECONDS).isNotNull();
            return delivery;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SignatureHeaders signature = new SignatureHeaders(
                    exchange.getRequestHeaders().getFirst("x-ms-date"),
                    exchange.getRequestHeaders().getFirst("x-ms-content-sha256"),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            Integer status = statuses.poll();
            if (status != null && status == NEVER) {
                await(closed);
                return;
            }
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            var delivery = new Delivery(
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Webhook-Id"),
                    signature,
                    body);
            // The next one may come as soon as this one is answered, and must not get in front of it.
            synchronized (deliveries) {
                exchange.sendResponseHeaders(status == null ? 200 : status, -1);
                deliveries.add(delivery);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
