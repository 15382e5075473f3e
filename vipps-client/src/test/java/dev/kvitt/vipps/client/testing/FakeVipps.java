package dev.kvitt.vipps.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kvitt.vipps.contract.OfficialSpecifications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** An HTTP server on loopback that records requests and answers by a function; tokens are given unless a test says otherwise. */
public final class FakeVipps implements AutoCloseable {
    public static final String TOKEN_PATH = "/accesstoken/get";
    public static final String ACCOUNTING_TOKEN_PATH = "/miami/v1/token";

    private final String scheme;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> tokens = request -> Reply.token("token-1", 3600);
    private volatile Function<Received, Reply> calls = request -> Reply.json(500, "{}");

    public FakeVipps() {
        this("http", () -> HttpServer.create(loopback(), 0));
    }

    /** Over TLS. */
    public FakeVipps(SSLContext serving) {
        this("https", () -> {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(serving));
            return server;
        });
    }

    private FakeVipps(String scheme, Opening opening) {
        this.scheme = scheme;
        try {
            server = opening.open();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    private interface Opening {
        HttpServer open() throws IOException;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public URI uri() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    public void answerTokens(Function<Received, Reply> answers) {
        tokens = answers;
    }

    public void answer(Function<Received, Reply> answers) {
        calls = answers;
    }

    public void answer(Reply reply) {
        calls = request -> reply;
    }

    /** The requests that were not for a token. */
    public List<Received> calls() {
        return received.stream().filter(request -> !isForToken(request)).toList();
    }

    public List<Received> tokenRequests() {
        return at(TOKEN_PATH);
    }

    public List<Received> accountingTokenRequests() {
        return at(ACCOUNTING_TOKEN_PATH);
    }

    private List<Received> at(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    private static boolean isForToken(Received request) {
        return request.path().equals(TOKEN_PATH) || request.path().equals(ACCOUNTING_TOKEN_PATH);
    }

    public Received onlyCall() {
        List<Received> all = calls();
        if (all.size() != 1) {
            throw new AssertionError("expected one call, got " + all);
        }
        return all.getFirst();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Received request = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body);
            received.add(request);
            // Whatever the client sends must be as Vipps specifies it, in every test.
            OfficialSpecifications.here().ifPresent(official -> complaints.addAll(official.complaints(request.sent())));
            Reply reply = isForToken(request) ? tokens.apply(request) : calls.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        if (!complaints.isEmpty()) {
            throw new AssertionError("The client sent what Vipps does not specify: " + complaints);
        }
    }
}
