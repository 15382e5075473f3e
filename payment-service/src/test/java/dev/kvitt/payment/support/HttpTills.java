package dev.kvitt.payment.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Tills that speak HTTP, each with what its token lets it do. */
public final class HttpTills {

    public static final String MSN = "123456";
    /** Of another merchant. */
    public static final String OTHER_MSN = "654321";

    /** For one till. */
    public static final HttpTills TILL_1 = new HttpTills("token-of-till-1-alone");

    /** For another till of the same sales unit. */
    public static final HttpTills TILL_2 = new HttpTills("token-of-till-2-alone");

    /** For all tills of the sales unit, and for refunds of up to 100.00 for each till and day. */
    public static final HttpTills DESK = new HttpTills("token-of-the-service-desk");

    /** Of the other merchant, for everything. */
    public static final HttpTills OTHER = new HttpTills("token-of-another-sales-unit");

    /** May ask twice a minute. */
    public static final HttpTills SELDOM = new HttpTills("token-that-may-ask-seldom");

    /** Listens more often than one token may. */
    public static final HttpTills CROWD = new HttpTills("token-of-many-who-listen");

    /** What one token may wait for at once. */
    public static final int MOST_WAITING = 10;

    /** Sees everything and does nothing. */
    public static final HttpTills INSTALLATION = new HttpTills("token-of-the-whole-installation");

    static final Map<String, String> TOKENS = Map.ofEntries(
            Map.entry("kvitt.api.tokens.till-1.token", TILL_1.token),
            Map.entry("kvitt.api.tokens.till-1.sales-units", MSN),
            Map.entry("kvitt.api.tokens.till-1.tills", "till-1"),
            Map.entry("kvitt.api.tokens.till-2.token", TILL_2.token),
            Map.entry("kvitt.api.tokens.till-2.sales-units", MSN),
            Map.entry("kvitt.api.tokens.till-2.tills", "till-2"),
            Map.entry("kvitt.api.tokens.desk.token", DESK.token),
            Map.entry("kvitt.api.tokens.desk.sales-units", MSN),
            Map.entry("kvitt.api.tokens.desk.permissions", "read,sell,refund"),
            Map.entry("kvitt.api.tokens.desk.refund-limit", "10000"),
            Map.entry("kvitt.api.tokens.seldom.token", SELDOM.token),
            Map.entry("kvitt.api.tokens.seldom.sales-units", MSN),
            Map.entry("kvitt.api.tokens.seldom.requests-per-minute", "2"),
            Map.entry("kvitt.api.tokens.crowd.token", CROWD.token),
            Map.entry("kvitt.api.tokens.crowd.sales-units", MSN),
            Map.entry("kvitt.api.most-waiting-of-one", Integer.toString(MOST_WAITING)),
            Map.entry("kvitt.api.tokens.other.permissions", "read,sell,refund"),
            Map.entry("kvitt.api.tokens.other.refund-limit", "10000"));

    private final String token;

    private HttpTills(String token) {
        this.token = token;
    }

    public String authorization() {
        return "Bearer " + token;
    }

    public static String sale() {
        return "http-" + UUID.randomUUID();
    }

    /** A sale of 50.00 to somebody whose number was typed. */
    public static String opening(String till) {
        return opening(till, 5000);
    }

    public static String opening(String till, long amount) {
        return """
                {"tillId": "%s", "amount": {"value": %d, "currency": "NOK"}, "upperBound": false,
                 "description": "Kiosk purchase", "validUntil": "%s",
                 "customer": {"kind": "PHONE_NUMBER", "value": "a.b.c.d.e"}}"""
                .formatted(till, amount, Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Somebody who pays, by a sealed value of this kind. */
    public static String shown(String till, String kind) {
        return """
                {"tillId": "%s", "validUntil": "%s", "customer": {"kind": "%s", "value": "a.b.c.d.e"}}"""
                .formatted(till, Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS), kind);
    }

    public static String refund(String till, long amount) {
        return "{\"tillId\": \"%s\", \"amount\": {\"value\": %d, \"currency\": \"NOK\"}}".formatted(till, amount);
    }

    /** @param path behind the sale's own, such as {@code /refunds} */
    public Response post(String msn, String sale, String path, String key, String body) {
        return given().header("Authorization", authorization())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/sales/" + msn + "/" + sale + path);
    }

    public Response open(String sale, String till, String key) {
        return post(MSN, sale, "", key, opening(till));
    }

    public Response get(String path) {
        return given().header("Authorization", authorization()).get(path);
    }
}
