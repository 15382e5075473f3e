package dev.kvitt.payment.api;

import static dev.kvitt.payment.support.HttpTills.MSN;
import static dev.kvitt.payment.support.HttpTills.TILL_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.payment.support.HttpTills;
import dev.kvitt.payment.support.VippsToRead;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whatever comes, as bytes on a socket: answered 4xx, written down nowhere, and never repeated in the answer. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "payment"))
@QuarkusTestResource(VippsToRead.class)
class HostileHttpTest {

    private static final String SALE = "/sales/" + MSN + "/hostile-0001";
    private static final String NUMBER = "4791234567";

    @Inject
    DataSource database;

    /** @param text of the request, as it goes over the wire */
    private record Case(String what, String text) {}

    @Test
    void of_all_hostile_requests_none_is_accepted_and_none_answered_5xx() throws Exception {
        var cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(50);
        for (var each : cases) {
            var answer = send(each.text());
            assertThat(answer).as(each.what()).startsWith("HTTP/1.1 4").doesNotContain(NUMBER);
        }
        assertThat(accepted()).isZero();
    }

    @Test
    void tokens_are_not_guessed_by_their_beginnings_nor_their_case() throws Exception {
        var good = TILL_1.authorization();
        for (var n = 1; n < good.length(); n++) {
            assertThat(send(get("Authorization: " + good.substring(0, n) + "\r\n")))
                    .as(good.substring(0, n))
                    .startsWith("HTTP/1.1 401");
        }
        assertThat(send(get("Authorization: " + good + "\r\n"))).startsWith("HTTP/1.1 200");
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        bodies(cases);
        values(cases);
        headers(cases);
        paths(cases);
        return cases;
    }

    private static void bodies(List<Case> cases) {
        var good = HttpTills.opening("till-1");
        for (var body : List.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                good + good,
                good + "x",
                good.replace("}", ""),
                "{\"tillId\": \"till-1\"}",
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "[".repeat(100_000),
                "{\"x\": " + "9".repeat(100_000) + "}",
                good.replaceFirst("\\{", "{\"tillId\": \"till-2\", "),
                good.replaceFirst("\\{", "{\"msn\": \"654321\", "),
                good.replaceFirst("\\{", "{\"saleId\": \"other-000001\", "),
                good.replaceFirst("\\{", "{\"requestId\": \"other\", "),
                "{\"__proto__\": {}, \"class\": \"java.lang.Runtime\", \"@type\": \"x\"}",
                good.replace("till-1", "\\u0000"),
                good.replace("till-1", "\\ud800"),
                good.replace("Kiosk purchase", "line\\nbreak"))) {
            cases.add(new Case("body " + shown(body), post(key("k"), body)));
        }
    }

    private static void values(List<Case> cases) {
        var good = HttpTills.opening("till-1");
        for (var amount : List.of("-1", "49.9", "\"5000\"", "1e3", "null", "true", "92233720368547758080", "[5000]")) {
            cases.add(new Case("amount " + amount, post(key("k"), good.replace("5000", amount))));
        }
        for (var customer : List.of(
                "{\"kind\": \"PHONE_NUMBER\", \"value\": \"" + NUMBER + "\"}",
                "{\"kind\": \"PHONE_NUMBER\"}",
                "{\"kind\": \"" + NUMBER + "\"}",
                "\"" + NUMBER + "\"",
                "{\"kind\": \"KNOWN\", \"customerId\": \"\\u00e6\"}")) {
            var body = good.replaceAll("\"customer\": \\{[^}]*}", "\"customer\": " + customer.replace("\\", "\\\\"));
            cases.add(new Case("customer " + customer, post(key("k"), body)));
        }
        cases.add(new Case("currency", post(key("k"), good.replace("NOK", "XXX"))));
        cases.add(new Case("time", post(key("k"), good.replaceAll("\"validUntil\": \"[^\"]*\"", "\"validUntil\": 0"))));
        cases.add(new Case("another till", post(key("k"), HttpTills.opening("till-2"))));
        cases.add(new Case("a till nobody has", post(key("k"), HttpTills.opening("till-99"))));
        cases.add(new Case("a refund", post(SALE + "/refunds", key("k"), HttpTills.refund("till-1", 1))));
    }

    private static void headers(List<Case> cases) {
        var good = HttpTills.opening("till-1");
        for (var headers : List.of(
                "",
                "Idempotency-Key: \r\n",
                "Idempotency-Key: " + "k".repeat(65) + "\r\n",
                "Idempotency-Key: two words\r\n",
                "Idempotency-Key: \u00e6\u00f8\u00e5\r\n",
                key("a") + key("b"))) {
            cases.add(new Case("key " + headers.strip(), post(headers, good)));
        }
        cases.add(new Case("two tokens", post("Authorization: Bearer x\r\n" + key("k"), good)));
        cases.add(new Case(
                "huge body",
                post(key("k"), "{\"x\": \"" + "x".repeat(600_000) + "\"}").substring(0, 2_000)));
        cases.add(new Case("huge header", post("X-Much: " + "x".repeat(20_000) + "\r\n" + key("k"), good)));
        cases.add(new Case(
                "form", post(key("k"), good).replace("application/json", "application/x-www-form-urlencoded")));
        cases.add(new Case("xml", post(key("k"), "<a/>").replace("application/json", "text/xml")));
        cases.add(new Case("no type", post(key("k"), good).replace("Content-Type: application/json\r\n", "")));
        cases.add(new Case("bad cursor", get("/tills/" + MSN + "/till-1/events", "Last-Event-ID: -1\r\n" + token())));
        cases.add(new Case("a wait that is none", get(SALE + "?wait=for-ever&since=1", token())));
    }

    private static void paths(List<Case> cases) {
        var good = HttpTills.opening("till-1");
        for (var path : List.of(
                "/sales/" + MSN + "/x",
                "/sales/" + MSN + "/" + "s".repeat(61),
                "/sales/" + MSN + "/sale%00-000001",
                "/sales/" + MSN + "/..%2f..%2f654321",
                "/sales/" + MSN + "/sale-0001%2Frefunds",
                "/sales/" + MSN + "/sale;x=1",
                "/sales/" + MSN + "/-sale-0001",
                "/sales/abc/sale-000001",
                "/sales/12345678/sale-000001",
                "/sales/654321/sale-000001",
                "/sales/" + MSN + "/sale-000001/nothing",
                "/sales//sale-000001",
                "/tills/" + MSN + "/till-1/events")) {
            cases.add(new Case("path " + path, post(path, key("k"), good)));
        }
    }

    private static String shown(String body) {
        return body.substring(0, Math.min(60, body.length()));
    }

    private static String key(String key) {
        return "Idempotency-Key: " + key + "\r\n";
    }

    private static String token() {
        return "Authorization: " + TILL_1.authorization() + "\r\n";
    }

    private static String post(String headers, String body) {
        return post(SALE, headers, body);
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + token()
                + "Content-Type: application/json\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String get(String headers) {
        return get(SALE, headers);
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String send(String text) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var all = new StringBuilder();
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // Hung up on while we were still talking; the answer is there all the same.
            }
            try {
                var in = socket.getInputStream();
                for (var n = in.read(); n >= 0; n = in.read()) {
                    all.append((char) n);
                }
            } catch (IOException e) {
                // What came before it counts.
            }
            return all.toString();
        }
    }

    private long accepted() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from http_sale where sale_key = ? or sale_key like '%sale-0%'")) {
            select.setString(1, MSN + "/hostile-0001");
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
