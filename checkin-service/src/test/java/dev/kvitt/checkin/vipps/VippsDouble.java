package dev.kvitt.checkin.vipps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of Vipps as printed codes need. The first call for a code whose id ends in {@value #TROUBLE_AT_FIRST} fails.
 * A customer's token or own code that holds a number is that customer's; any other is refused, or makes trouble when it says so.
 * {@code GET /journal} tells what was put, a line each.
 */
public final class VippsDouble implements AutoCloseable {

    static final String TROUBLE_AT_FIRST = "7";

    /** A token or code that holds this cannot be exchanged at the moment. */
    public static final String OUT_OF_ORDER = "out-of-order";

    /** A token or code that holds this cannot be exchanged the first time. */
    public static final String TROUBLE_ONCE = "trouble-once";

    /** An old MobilePay code of this id is another sales unit's. */
    public static final String TAKEN = "taken";

    private static final Pattern NUMBER = Pattern.compile("47[0-9]{8}");

    private final HttpServer server;
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final Map<String, String> locations = new ConcurrentHashMap<>();
    private final Map<String, String> targets = new ConcurrentHashMap<>();
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    private VippsDouble(HttpServer server) {
        this.server = server;
    }

    public static VippsDouble start() throws IOException {
        var vipps = new VippsDouble(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        vipps.server.createContext("/accesstoken/get", VippsDouble::token);
        vipps.server.createContext("/qr/v1/merchant-callback", vipps::list);
        vipps.server.createContext("/qr/v1/merchant-callback/", vipps::code);
        vipps.server.createContext("/qr/v1/merchant-redirect", vipps::redirects);
        vipps.server.createContext("/qr/v1/exchange", vipps::exchange);
        vipps.server.createContext("/epayment/v1/payments/", vipps::payment);
        vipps.server.createContext("/vipps-userinfo-api/userinfo/", VippsDouble::userinfo);
        vipps.server.createContext("/journal", exchange -> answer(exchange, 200, String.join("\n", vipps.journal)));
        vipps.server.start();
        return vipps;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void token(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"token_type":"Bearer","expires_in":"3600","expires_on":"4102444800","access_token":"made-up"}""");
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var number = NUMBER.matcher(body);
        if (body.contains(OUT_OF_ORDER) || (body.contains(TROUBLE_ONCE) && failedOnce.add(body))) {
            answer(exchange, 503, "");
        } else if (number.find()) {
            answer(exchange, 200, "{\"msisdn\":\"" + number.group() + "\",\"version\":\"1.0\"}");
        } else {
            // Problems may repeat what was sent.
            var detail = "Not a customer: " + body.replaceAll("[^A-Za-z0-9:/.-]", " ");
            answer(exchange, 400, "{\"title\":\"Bad request\",\"status\":400,\"detail\":\"" + detail + "\"}");
        }
    }

    /**
     * What its customer has shared stands in its reference, between the first hyphens and read from the back: a number, one behind
     * their id ({@code profile-}), or one that is there later ({@code later-}).
     */
    private void payment(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var reference = path.substring(path.lastIndexOf('/') + 1);
        var number = new StringBuilder(reference.split("-", 3)[1]).reverse().toString();
        var shared = "\"profile\":{}";
        if (NUMBER.matcher(number).matches() && !(reference.startsWith("later-") && failedOnce.add(reference))) {
            shared = reference.startsWith("profile-")
                    ? "\"profile\":{\"sub\":\"sub-" + number + "\"}"
                    : "\"profile\":{},\"userDetails\":{\"mobileNumber\":\"" + number + "\"}";
        }
        var money = "{\"currency\":\"NOK\",\"value\":%d}";
        answer(
                exchange,
                200,
                ("{\"reference\":\"%s\",\"pspReference\":\"psp-1\",\"state\":\"AUTHORIZED\",\"amount\":" + money
                                + ",\"aggregate\":{\"authorizedAmount\":" + money + ",\"capturedAmount\":" + money
                                + ",\"cancelledAmount\":" + money + ",\"refundedAmount\":" + money
                                + "},\"paymentMethod\":{\"type\":\"WALLET\"},%s}")
                        .formatted(reference, 4900, 4900, 0, 0, 0, shared));
    }

    private static void userinfo(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var sub = path.substring(path.lastIndexOf('/') + 1);
        answer(exchange, 200, "{\"sub\":\"%s\",\"phone_number\":\"%s\"}".formatted(sub, sub.replaceAll("[^0-9]", "")));
    }

    private void list(HttpExchange exchange) throws IOException {
        var all = locations.entrySet().stream()
                .map(code ->
                        "{\"merchantQrId\":\"%s\",\"locationDescription\":\"%s\",\"qrImageUrl\":\"https://qr.example/i\",\"qrContent\":\"c\"}"
                                .formatted(code.getKey(), code.getValue()))
                .collect(Collectors.joining(","));
        answer(exchange, 200, "[" + all + "]");
    }

    /** A redirect code is made once and changed afterwards. */
    private void redirects(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (method.equals("GET") && !path.endsWith("/merchant-redirect")) {
            answer(exchange, 200, redirect(path.substring(path.lastIndexOf('/') + 1)));
            return;
        }
        if (method.equals("GET")) {
            answer(
                    exchange,
                    200,
                    "[" + targets.keySet().stream().map(this::redirect).collect(Collectors.joining(",")) + "]");
            return;
        }
        var id = method.equals("POST") ? field(body, "id") : path.substring(path.lastIndexOf('/') + 1);
        var taken = method.equals("POST") && targets.containsKey(id);
        if (method.equals("DELETE")) {
            targets.remove(id);
        } else if (!taken) {
            targets.put(id, field(body, "redirectUrl"));
        }
        journal.add(String.join(" ", taken ? "409" : "200", method, path, body));
        answer(exchange, taken ? 409 : 200, method.equals("DELETE") ? "" : redirect(id));
    }

    private String redirect(String id) {
        return "{\"id\":\"%s\",\"url\":\"%s\",\"redirectUrl\":\"%s\",\"expiresIn\":-1}"
                .formatted(id, redirectContent(id), targets.get(id));
    }

    /** What the redirect code with this id says. */
    public static String redirectContent(String id) {
        return "https://qr.vipps.no/r/made-up-" + id;
    }

    private static String field(String json, String name) {
        return json.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private void code(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            show(exchange);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            var path = exchange.getRequestURI().getPath();
            var gone = locations.remove(path.substring(path.lastIndexOf('/') + 1)) == null;
            journal.add((gone ? "404" : "200") + " DELETE " + path);
            answer(exchange, gone ? 404 : 200, "");
        } else {
            put(exchange);
        }
    }

    /** The text in a code is {@link #content}. */
    private void show(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        if (locations.containsKey(id)) {
            answer(
                    exchange,
                    200,
                    "{\"merchantQrId\":\"%s\",\"locationDescription\":\"%s\",\"qrImageUrl\":\"https://qr.example/i\",\"qrContent\":\"%s\"}"
                            .formatted(id, locations.get(id), content(id)));
        } else {
            answer(exchange, 404, "");
        }
    }

    /** What the code with this id says. */
    public static String content(String id) {
        return "https://qr.vipps.no/28/2/05/031/made-up-" + id;
    }

    private void put(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fails = path.endsWith(TROUBLE_AT_FIRST) && failedOnce.add(path);
        if (path.endsWith(TAKEN)) {
            answer(exchange, 409, "{\"id\":\"" + TAKEN + "\"}");
            return;
        }
        var msn = exchange.getRequestHeaders().getFirst("Merchant-Serial-Number");
        journal.add(
                String.join(" ", fails ? "503" : "200", exchange.getRequestMethod(), path, String.valueOf(msn), body));
        if (!fails) {
            locations.put(path.substring(path.lastIndexOf('/') + 1), body.replaceAll(".*:\"|\"}", ""));
        }
        answer(exchange, fails ? 503 : 200, fails ? "" : "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
