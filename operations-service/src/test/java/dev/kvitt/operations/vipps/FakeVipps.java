package dev.kvitt.operations.vipps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A Vipps with one ledger and a few payments, which remembers what it was asked. */
public final class FakeVipps implements AutoCloseable {
    static final String LEDGER = "302321";
    private static final int PAGE = 2;
    private static final String NOT_FOUND =
            "{\"title\":\"Not found\",\"status\":404,\"extraDetails\":[{\"name\":\"ErrorCode\",\"reason\":\"5090\"}]}";

    public final List<String> funds = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, String> payments = new ConcurrentHashMap<>();
    final Map<String, String> logs = new ConcurrentHashMap<>();
    public volatile boolean hasReport = true;
    /** These lists of the report may not be read. */
    volatile boolean noFunds;

    volatile boolean noFees;
    /** References about which nothing can be learned. */
    final Set<String> silentAbout = ConcurrentHashMap.newKeySet();
    /** Until it is opened nothing about ledgers is answered. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    /** What the only ledger is called at the moment. */
    volatile String ledger = LEDGER;

    private long balance;

    private final HttpServer server;

    public FakeVipps(URI at) throws IOException {
        server = HttpServer.create(new InetSocketAddress(at.getHost(), at.getPort()), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        asked.add(exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query));
        if (path.equals("/accesstoken/get")) {
            send(exchange, 200, "{\"token_type\":\"Bearer\",\"expires_in\":\"3600\",\"access_token\":\"token\"}");
        } else if (path.equals("/settlement/v1/ledgers")) {
            await();
            send(exchange, 200, "{\"items\":[" + (hasReport ? ledger() : "") + "]}");
        } else if (path.endsWith("/feed") && (path.contains("/funds/") ? noFunds : noFees)) {
            send(exchange, 403, "{}");
        } else if (path.endsWith("/feed")) {
            send(exchange, 200, feed(path.contains("/funds/") ? funds : List.of(), query));
        } else {
            payment(exchange, path);
        }
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String ledger() {
        return "{\"ledgerId\":\"" + ledger + "\",\"currency\":\"NOK\",\"settlesForRecipientHandles\":[\"api:123456\"]}";
    }

    private static String feed(List<String> rows, String query) {
        int from = query == null ? 0 : Integer.parseInt(query.substring(query.indexOf("cursor=") + 7));
        List<String> page = new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + PAGE)));
        boolean end = from + page.size() == rows.size();
        return "{\"items\":[" + String.join(",", page) + "],\"cursor\":\"" + (from + page.size()) + "\",\"hasMore\":"
                + !end + ",\"tryLater\":" + end + "}";
    }

    private void payment(HttpExchange exchange, String path) throws IOException {
        String reference = path.split("/")[4];
        if (silentAbout.contains(reference)) {
            send(exchange, 403, "{}");
            return;
        }
        String found = (path.endsWith("/events") ? logs : payments).get(reference);
        send(exchange, found == null ? 404 : 200, found == null ? NOT_FOUND : found);
    }

    /** A capture in the report, booked now. */
    public void captured(String reference, String psp, long amount, String time) {
        long before = balance;
        balance += amount;
        funds.add(
                """
                {"pspReference":"%s","time":"%s","ledgerDate":"%s","entryType":"capture","reference":"%s",
                 "currency":"NOK","amount":%d,"balanceBefore":%d,"balanceAfter":%d,"recipientHandle":"api:123456"}"""
                        .formatted(psp, time, time.substring(0, 10), reference, amount, before, balance));
    }

    /** A payment of 5000 at Vipps, captured or only reserved. */
    public void pays(String reference, String psp, boolean captured, String time) {
        payments.put(
                reference,
                """
                {"aggregate":{"authorizedAmount":{"currency":"NOK","value":5000},"cancelledAmount":{"currency":"NOK","value":0},
                 "capturedAmount":{"currency":"NOK","value":%d},"refundedAmount":{"currency":"NOK","value":0}},
                 "amount":{"currency":"NOK","value":5000},"state":"AUTHORIZED","paymentMethod":{"type":"WALLET"},"profile":{},
                 "pspReference":"psp-of-%s","reference":"%s","metadata":{"kvittInstallation":"test"}}"""
                        .formatted(captured ? 5000 : 0, reference, reference));
        String event =
                """
                {"reference":"%s","pspReference":"%s","name":"%s","amount":{"currency":"NOK","value":5000},
                 "timestamp":"%s","success":true}""";
        String reserved = event.formatted(reference, "auth-" + psp, "AUTHORIZED", time);
        logs.put(
                reference,
                "[" + reserved + (captured ? "," + event.formatted(reference, psp, "CAPTURED", time) : "") + "]");
    }

    public long asked(String what) {
        return asked.stream().filter(one -> one.contains(what)).count();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
