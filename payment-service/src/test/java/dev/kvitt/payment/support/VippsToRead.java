package dev.kvitt.payment.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Vipps that can only be read: payments by reference, as a test has put them. */
public final class VippsToRead implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> PAYMENTS = new ConcurrentHashMap<>();
    private static final Map<String, String> PROBLEMS = new ConcurrentHashMap<>();
    private static final List<String> WRITES = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** @param aggregate authorized, captured and cancelled in minor units */
    public static void shows(String reference, String state, long... aggregate) {
        PAYMENTS.put(reference, payment(reference, state, aggregate));
    }

    /** The payment as a test has written it. */
    public static void answers(String reference, String json) {
        PAYMENTS.put(reference, json);
    }

    /** Whoever asks for this payment is refused with this problem. */
    public static void refuses(String reference, String json) {
        PROBLEMS.put(reference, json);
    }

    /** A payment of 50 kroner as Vipps shows it. */
    public static String payment(String reference, String state, long... aggregate) {
        return """
                {"aggregate":{"authorizedAmount":{"currency":"NOK","value":%d},"capturedAmount":{"currency":"NOK","value":%d},
                "cancelledAmount":{"currency":"NOK","value":%d},"refundedAmount":{"currency":"NOK","value":0}},
                "amount":{"currency":"NOK","value":5000},"state":"%s","paymentMethod":{"type":"WALLET"},"profile":{},
                "pspReference":"psp","reference":"%s"}"""
                .formatted(aggregate[0], aggregate[1], aggregate[2], state, reference);
    }

    /** What was sent that is no reading; this service must never send any. */
    public static List<String> writes() {
        return WRITES;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", VippsToRead::answer);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var settings = new HashMap<>(HttpTills.TOKENS);
        settings.putAll(Map.of(
                "kvitt.vipps.base-url",
                url,
                "kvitt.checkin.url",
                url,
                "kvitt.registry",
                "src/test/resources/test-registry.yaml",
                "kvitt.api.token",
                "token-of-the-whole-installation",
                "kvitt.api.tokens.other.token",
                "token-of-another-sales-unit",
                "kvitt.api.tokens.other.sales-units",
                "654321",
                "kvitt.payment.selection-grace",
                "PT1S",
                "kvitt.api.acknowledge-within",
                "PT0S"));
        return settings;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/accesstoken/get")) {
            send(exchange, 200, "{\"token_type\":\"Bearer\",\"expires_in\":\"3600\",\"access_token\":\"test\"}");
            return;
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            WRITES.add(exchange.getRequestMethod() + " " + path);
        }
        var reference = path.substring(path.lastIndexOf('/') + 1);
        if (PROBLEMS.containsKey(reference)) {
            send(exchange, 400, PROBLEMS.get(reference));
            return;
        }
        var payment = PAYMENTS.get(reference);
        send(exchange, payment == null ? 404 : 200, payment == null ? "{\"status\":404,\"title\":\"no\"}" : payment);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
