package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sandbox as it starts when nothing is set. */
@QuarkusTest
class ClosedSandboxTest {

    private static final Api API = Api.DEMO;
    private static final String AUTHORIZED = "epayments.payment.authorized.v1";

    @Test
    @Covers(
            operation = ApiOperation.REGISTER_WEBHOOK,
            statuses = {201, 400},
            rules = "https on a common port only")
    @Covers(
            operation = ApiOperation.DELETE_WEBHOOK,
            statuses = {204, 404})
    void webhooks_go_to_https_only_unless_loopback_is_allowed() {
        for (String url :
                List.of("http://127.0.0.1:9000/hook", "http://shop.example/hook", "https://x.example:9000/h")) {
            API.register(url, AUTHORIZED).statusCode(400).body("extraDetails[0].name", equalTo("url"));
        }
        String id = API.register("https://shop.example/hook", AUTHORIZED)
                .statusCode(201)
                .extract()
                .path("id");
        API.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204);
        API.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(404);
    }

    @Test
    @Covers(operation = ApiOperation.REGISTER_WEBHOOK, rules = "unknown events are named")
    void unknown_events_are_named() {
        API.register("https://shop.example/hook", AUTHORIZED, "epayment.paid.v1")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("extraDetails[0].reason", equalTo("Unsupported values: epayment.paid.v1"));
    }

    @Test
    @Covers(operation = ApiOperation.REGISTER_WEBHOOK, rules = "25 registrations per event type, 1 for check-ins")
    @Covers(operation = ApiOperation.LIST_WEBHOOKS, statuses = 200)
    void check_ins_have_one_registration_and_payment_events_twenty_five() {
        String checkIns = API.register("https://shop.example/qr", "user.checked-in.v1")
                .statusCode(201)
                .extract()
                .path("id");
        API.register("https://shop.example/qr2", "user.checked-in.v1").statusCode(400);
        List<String> ids = IntStream.range(0, 25)
                .mapToObj(i -> API.register("https://shop.example/" + i, AUTHORIZED)
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        API.register("https://shop.example/26", AUTHORIZED)
                .statusCode(400)
                .body("extraDetails[0].reason", containsString("25"));

        API.call().get("/webhooks/v1/webhooks").then().body("webhooks", hasSize(26));
        ids.forEach(
                id -> API.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204));
        API.call().delete("/webhooks/v1/webhooks/{id}", checkIns).then().statusCode(204);
    }

    @Test
    @Covers(operation = ApiOperation.REGISTER_WEBHOOK, rules = "the secret is told once")
    @Covers(operation = ApiOperation.LIST_WEBHOOKS, rules = "without secrets")
    void a_secret_is_told_once_and_has_64_bytes() {
        String secret =
                API.register("https://shop.example/hook", AUTHORIZED).extract().path("secret");
        assertThat(Base64.getDecoder().decode(secret)).hasSize(64);

        String list = API.call().get("/webhooks/v1/webhooks").then().extract().asString();
        assertThat(list).contains("https://shop.example/hook").doesNotContain(secret);
        String id = given().get("/sandbox/v1/webhooks")
                .then()
                .body("[0].secret", equalTo(secret))
                .extract()
                .path("[0].id");
        API.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204);
    }

    @Test
    @Covers(
            operation = ApiOperation.ACCESS_TOKEN,
            statuses = {200, 401},
            rules = {"numbers are text", "all keys of one sales unit"})
    void an_access_token_is_long_and_its_numbers_are_text() {
        API.keys()
                .post("/accesstoken/get")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo("3600"))
                .body("expires_on", instanceOf(String.class));
        assertThat(API.token()).hasSizeGreaterThan(1000);
        new Api("123456", "wrong").keys().post("/accesstoken/get").then().statusCode(401);
        new Api("654321", "demo").keys().post("/accesstoken/get").then().statusCode(401);
    }

    @Test
    @Covers(operation = ApiOperation.GET_PAYMENT, statuses = 401)
    void each_call_needs_token_key_and_serial_number_of_one_merchant() {
        String path = "/epayment/v1/payments/some-reference";
        given().get(path).then().statusCode(401);
        API.call().header("X", "y").get(path).then().statusCode(404);
        given().header("Authorization", "bearer " + API.token())
                .get(path)
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + API.token())
                .get(path)
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + API.token())
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .header("Merchant-Serial-Number", "654321")
                .get(path)
                .then()
                .statusCode(401);
    }

    @Test
    @Covers(
            operation = ApiOperation.CAPTURE,
            statuses = {200, 429},
            rules = "in parts while something is left")
    void the_sixth_write_within_a_minute_must_wait() {
        String reference = API.authorized();
        for (int write = 0; write < 5; write++) {
            API.capture(reference, Api.newKey(), 100).statusCode(200);
        }
        String wait = API.capture(reference, Api.newKey(), 100)
                .statusCode(429)
                .extract()
                .header("Retry-After");

        assertThat(Integer.parseInt(wait)).isBetween(1, 60);
        API.get(reference).statusCode(200).body("aggregate.capturedAmount.value", equalTo(500));
        API.cancel(reference, false).statusCode(200);
    }

    @Test
    void the_control_api_tells_who_exists_and_describes_itself() {
        given().get("/sandbox/v1/merchants")
                .then()
                .statusCode(200)
                .body("[0].msn", equalTo("123456"))
                .body("[0].clientId", equalTo("demo-client-id"))
                .body("[0].market", equalTo("NO"))
                .body("[0].customers", hasItems("4712345678"));
        String openApi =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertThat(openApi).contains("/sandbox/v1/scan").doesNotContain("/epayment/");
        given().get("/q/health").then().statusCode(200);
    }

    @Test
    void waiting_payments_are_found_by_their_state_and_customer() {
        API.putQr("machine-list");
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.withToken(reference, API.scan("machine-list")))
                .statusCode(201);
        String listed = "/sandbox/v1/payments?msn=123456&state=CREATED&customer=";

        given().get(listed + Api.CUSTOMER).then().body("reference", hasItems(reference));
        given().get(listed + "4700000000").then().body("", hasSize(0));
        API.act(reference, "reject").statusCode(200).body("state", equalTo("ABORTED"));
        given().get("/sandbox/v1/payments?msn=999999").then().statusCode(404);
    }

    @Test
    @Covers(
            operation = ApiOperation.FORCE_APPROVE,
            codes = 10010,
            statuses = {200, 400},
            rules = {"by phone number or landing token", "only while the payment waits"})
    void the_test_environments_force_approve_works_with_number_or_landing_token() {
        String byNumber = API.created();
        forceApprove(byNumber, "{\"customer\":{\"phoneNumber\":\"4712345678\"}}", 200);
        API.get(byNumber).body("state", equalTo("AUTHORIZED"));
        forceApprove(byNumber, "{\"customer\":{\"phoneNumber\":\"4712345678\"}}", 400);

        String reference = Api.newReference();
        String url = API.create(reference, Api.newKey(), Bodies.webRedirect(reference))
                .extract()
                .path("redirectUrl");
        forceApprove(reference, "{\"token\":\"wrong\"}", 400);
        forceApprove(reference, "{\"token\":\"" + url.substring(url.indexOf("token=") + 6) + "\"}", 200);
    }

    private static void forceApprove(String reference, String body, int status) {
        API.json(body)
                .post("/epayment/v1/test/payments/{reference}/approve", reference)
                .then()
                .statusCode(status);
    }
}
