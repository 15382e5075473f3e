package dev.kvitt.system.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pages of a test, and what was asked for: the merchant whose page the customer comes back to, for example. */
public final class SmallServer implements AutoCloseable {

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>A page</title><link rel="icon" href="data:,"></head><body>%s</body></html>
            """;

    private final HttpServer server;
    private final List<String> languages = new CopyOnWriteArrayList<>();

    public SmallServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    public void page(String path, String body) {
        server.createContext(path, exchange -> answer(exchange, FRAME.formatted(body)));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@code Accept-Language} of each request. */
    public List<String> languages() {
        return languages;
    }

    private void answer(HttpExchange exchange, String page) throws IOException {
        try (exchange) {
            languages.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")));
            var body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
