package dev.kvitt.operations.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A Vipps that knows of one registration, or takes nobody's keys. */
public final class VippsWebhooks implements AutoCloseable {

    private static final String PAYMENTS = "\"epayments.payment.%s.v1\"";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    public VippsWebhooks(URI at) {
        try {
            server = HttpServer.create(new InetSocketAddress(at.getHost(), at.getPort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the Vipps of the test does not open", e);
        }
        server.createContext("/", exchange -> {
            var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "");
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 401 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public void registeredForAll() {
        registered("created", "authorized", "aborted", "expired", "terminated", "captured", "cancelled", "refunded");
    }

    /** @param events such as {@code created} */
    public void registered(String... events) {
        answers.put("/accesstoken/get", "{\"access_token\":\"t\",\"expires_in\":\"86399\",\"token_type\":\"Bearer\"}");
        answers.put(
                "/webhooks/v1/webhooks",
                "{\"webhooks\":[{\"id\":\"w-1\",\"url\":\"https://hooks.example/vipps/123456\",\"events\":["
                        + String.join(
                                ",", Stream.of(events).map(PAYMENTS::formatted).toList()) + "]}]}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
