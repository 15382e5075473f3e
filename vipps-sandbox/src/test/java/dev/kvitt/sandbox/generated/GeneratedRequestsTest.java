package dev.kvitt.sandbox.generated;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A thousand requests per API, valid, nearly valid and hostile. Each is answered, none with a fault of the sandbox, and
 * what is there afterwards keeps the rules. Other requests are made with -Dgenerated.seed=..., more with -Dgenerated.requests=10000.
 */
@QuarkusTest
@TestProfile(UnlimitedSandbox.class)
class GeneratedRequestsTest {

    private static final Logger LOG = Logger.getLogger(GeneratedRequestsTest.class);
    private static final int REQUESTS = Integer.getInteger("generated.requests", 1_000);
    private static final long SEED = Long.getLong("generated.seed", 20261121);
    private static final int CONNECTIONS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI sandbox;

    @Test
    void payments_answer_whatever_comes() {
        assertThat(run(new PaymentRequests())).containsKeys(200, 201, 400, 401, 404, 409);
    }

    @Test
    void webhooks_answer_whatever_comes() {
        assertThat(run(new WebhookRequests())).containsKeys(200, 201, 400, 401, 404);
    }

    @Test
    void qr_codes_answer_whatever_comes() {
        assertThat(run(new QrRequests())).containsKeys(200, 400, 401, 404);
    }

    @Test
    void orders_answer_whatever_comes() {
        assertThat(run(new OrderRequests())).containsKeys(201, 400, 401, 404, 409);
    }

    @Test
    void userinfo_answers_whatever_comes() {
        assertThat(run(new UserinfoRequests(sharedSub()))).containsKeys(200, 400, 401, 404);
    }

    @Test
    void reports_answer_whatever_comes() {
        assertThat(run(new ReportRequests())).containsKeys(200, 400, 401, 404);
    }

    @Test
    void tokens_answer_whatever_comes() {
        assertThat(run(new TokenRequests())).containsKeys(200, 400, 401);
    }

    @AfterEach
    void all_that_is_there_keeps_the_rules() throws IOException {
        JsonNode payments = all("/sandbox/v1/payments?limit=1000");
        assertThat(payments.size()).isLessThan(1000);
        payments.forEach(Consistency::check);
        Kept.checkRegistrations(all("/sandbox/v1/webhooks"));
        Kept.checkCodes(all("/sandbox/v1/qr"));
        Kept.checkReceipts(all("/sandbox/v1/receipts"));
        given().get("/sandbox/v1/webhooks").jsonPath().<String>getList("id").forEach(this::unregister);
    }

    private static JsonNode all(String path) throws IOException {
        return JSON.readTree(given().get(path).then().statusCode(200).extract().asString());
    }

    /** @return how often each status was answered */
    private Map<Integer, Integer> run(ApiRequests api) {
        String name = api.getClass().getSimpleName();
        LOG.infof("%s: %d requests, -Dgenerated.seed=%d", name, REQUESTS, SEED);
        Keys keys = new Keys("123456", "demo", token());
        Findings findings = new Findings();
        IntStream.range(0, CONNECTIONS).parallel().forEach(number -> send(api, keys, SEED + number, findings));
        LOG.infof("%s: statuses %s", name, findings.statuses());
        assertThat(findings.complaints()).as("seed %d", SEED).isEmpty();
        return findings.statuses();
    }

    private void send(ApiRequests api, Keys keys, long seed, Findings findings) {
        Chance chance = new Chance(seed);
        RequestTwist twist = new RequestTwist(chance);
        try (RawConnection connection = new RawConnection(sandbox.getPort())) {
            for (int i = 0; i < REQUESTS / CONNECTIONS; i++) {
                RawRequest request = twist.maybe(api.next(chance, keys));
                findings.add(request, connection.send(request));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a customer who shared a profile with one payment. */
    private static String sharedSub() {
        String token = token();
        String create =
                """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"generated-sub",
                 "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/return","profile":{"scope":"name address"}}""";
        json(call(token), create)
                .header("Idempotency-Key", "generated-sub")
                .post("/epayment/v1/payments")
                .then()
                .statusCode(201);
        json(given(), "{\"customer\":\"4712345678\",\"consent\":true}")
                .post("/sandbox/v1/payments/123456/generated-sub/approve")
                .then()
                .statusCode(200);
        json(given(), "{\"advance\":\"PT2S\"}").post("/sandbox/v1/clock").then().statusCode(200);
        return call(token)
                .get("/epayment/v1/payments/generated-sub")
                .then()
                .statusCode(200)
                .extract()
                .path("profile.sub");
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    private static RequestSpecification call(String token) {
        RequestSpecification call = given();
        new Keys("123456", "demo", token).headers().forEach(line -> header(call, line));
        return call;
    }

    private static String token() {
        RequestSpecification keys = given();
        new Keys("123456", "demo", "").tokenHeaders().forEach(line -> header(keys, line));
        return keys.post("/accesstoken/get").then().statusCode(200).extract().path("access_token");
    }

    private void unregister(String id) {
        call(token()).delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204);
    }

    private static void header(RequestSpecification call, String line) {
        String[] parts = line.split(": ", 2);
        call.header(parts[0], parts[1]);
    }
}
