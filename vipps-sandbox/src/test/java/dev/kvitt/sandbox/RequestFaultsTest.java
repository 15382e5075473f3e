package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests can be made to fail in every way in which they fail in the world. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class RequestFaultsTest {

    private static final Api API = Api.DEMO;

    @AfterEach
    void allIsWellAgain() {
        Faults.clear();
    }

    /** Java's own client asks for HTTP/2 first. */
    @Test
    void a_client_that_would_rather_speak_http2_is_answered_as_any_other() throws IOException, InterruptedException {
        String reference = API.created();
        Faults.seeded(1, fault("DELAY", "\"reference\":\"somebody-elses\",\"before\":\"PT1S\""));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path(reference, "capture")))
                .header("Authorization", "Bearer " + API.token())
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .header("Merchant-Serial-Number", API.msn())
                .header("Idempotency-Key", Api.newKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Bodies.modification(1000)))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("6080");
        }
    }

    @Test
    void a_lost_request_leaves_nothing_behind_not_even_its_key() throws IOException {
        String reference = API.authorized();
        String key = Api.newKey();
        Faults.seeded(1, fault("REQUEST_LOST", "\"operation\":\"CAPTURE\",\"times\":1"));

        RawClient.Seen seen = RawClient.send(API, "POST", path(reference, "capture"), key, Bodies.modification(1000));
        assertThat(seen).isEqualTo(new RawClient.Seen("", RawClient.End.CLOSED));
        payment(reference).body("idempotencyKeys", hasSize(1)).body("aggregate.capturedAmount.value", equalTo(0));
        journal(reference, "CAPTURE")
                .body("entries.status", contains(0))
                .body("entries.effect", contains(false))
                .body("entries[0].faults", contains("fault-1"));

        API.capture(reference, key, 2000).statusCode(200).body("aggregate.capturedAmount.value", equalTo(2000));
    }

    @Test
    void a_lost_answer_leaves_work_and_key_and_the_retry_gets_the_answer() throws IOException {
        String reference = API.authorized();
        String key = Api.newKey();
        Faults.seeded(1, fault("ANSWER_LOST", "\"operation\":\"CAPTURE\",\"attempts\":1"));

        RawClient.Seen seen = RawClient.send(API, "POST", path(reference, "capture"), key, Bodies.modification(1000));
        assertThat(seen).isEqualTo(new RawClient.Seen("", RawClient.End.CLOSED));
        payment(reference).body("idempotencyKeys", hasSize(2)).body("aggregate.capturedAmount.value", equalTo(1000));

        API.capture(reference, key, 1000).statusCode(200).body("aggregate.capturedAmount.value", equalTo(1000));
        journal(reference, "CAPTURE")
                .body("entries.status", contains(0, 200))
                .body("entries.effect", contains(true, false))
                .body("entries.replay", contains(false, true));
    }

    @Test
    void a_reset_is_one_on_the_wire_before_the_work_or_after_it() throws IOException {
        String reference = API.authorized();
        Faults.seeded(
                1,
                fault("RESET", "\"operation\":\"CAPTURE\",\"when\":\"BEFORE\""),
                fault("RESET", "\"operation\":\"REFUND\",\"when\":\"AFTER\""));
        RawClient.Seen before =
                RawClient.send(API, "POST", path(reference, "capture"), Api.newKey(), Bodies.modification(1000));
        Faults.add(fault("DELAY", "\"operation\":\"GET\",\"before\":\"PT0.001S\",\"after\":\"PT0.001S\""))
                .statusCode(200);
        API.get(reference).statusCode(200).body("aggregate.capturedAmount.value", equalTo(0));

        Faults.seeded(1, fault("RESET", "\"operation\":\"REFUND\",\"when\":\"AFTER\""));
        API.capture(reference, Api.newKey(), 1000).statusCode(200);
        RawClient.Seen after =
                RawClient.send(API, "POST", path(reference, "refund"), Api.newKey(), Bodies.modification(400));
        assertThat(before).isEqualTo(new RawClient.Seen("", RawClient.End.RESET));
        assertThat(after).isEqualTo(new RawClient.Seen("", RawClient.End.RESET));
        API.get(reference).body("aggregate.refundedAmount.value", equalTo(400));
    }

    @Test
    void a_delay_holds_up_the_request_and_the_answer_and_changes_neither() {
        String reference = API.authorized();
        Faults.seeded(1, fault("DELAY", "\"operation\":\"CAPTURE\",\"before\":\"PT0.05S\",\"after\":\"PT0.05S\""));

        API.capture(reference, Api.newKey(), 1000)
                .statusCode(200)
                .body("aggregate.capturedAmount.value", equalTo(1000));
        int took = journal(reference, "CAPTURE").extract().path("entries[0].tookMillis");
        assertThat(took).isGreaterThanOrEqualTo(100);
    }

    @Test
    void too_many_requests_may_say_when_to_come_again() {
        String reference = API.authorized();
        Faults.seeded(1, fault("TOO_MANY_REQUESTS", "\"operation\":\"GET\",\"retryAfter\":7"));
        API.get(reference).statusCode(429).header("Retry-After", "7").body("statusCode", equalTo(429));

        Faults.seeded(1, fault("TOO_MANY_REQUESTS", "\"operation\":\"GET\""));
        API.get(reference).statusCode(429).header("Retry-After", nullValue());
    }

    @Test
    void errors_of_the_payment_api_come_in_its_own_shape_and_leave_the_key_free() {
        String reference = API.authorized();
        String key = Api.newKey();
        refusedOnce("LOCKED", "", reference, key, 423, "6160");
        refusedOnce("TRY_LATER", "", reference, key, 400, "6280");
        refusedOnce("FUNDS_UNAVAILABLE", "", reference, key, 400, "6260");
        refusedOnce("ERROR_CODE", "\"code\":6140", reference, key, 400, "6140");

        API.capture(reference, key, 1000).statusCode(200);
    }

    @Test
    void errors_of_captures_hit_nothing_else() {
        String reference = API.authorized();
        Faults.seeded(1, fault("TRY_LATER", ""), fault("FUNDS_UNAVAILABLE", ""));

        API.get(reference).statusCode(200);
        API.cancel(reference, false).statusCode(200);
    }

    @Test
    void a_server_error_may_come_before_the_work_or_after_it() {
        String reference = API.authorized();
        Faults.seeded(1, fault("SERVER_ERROR", "\"operation\":\"CAPTURE\",\"status\":503"));
        API.capture(reference, Api.newKey(), 1000).statusCode(503).contentType("application/problem+json");
        Faults.seeded(1, fault("SERVER_ERROR", "\"operation\":\"CAPTURE\",\"when\":\"AFTER\""));
        API.capture(reference, Api.newKey(), 700).statusCode(500);

        API.get(reference).body("aggregate.capturedAmount.value", equalTo(700));
        journal(reference, "CAPTURE").body("entries.effect", contains(false, true));
    }

    @Test
    void garbage_is_a_200_nobody_can_read_though_the_work_is_done() {
        String reference = API.authorized();
        Faults.seeded(1, fault("GARBAGE", "\"operation\":\"CAPTURE\",\"times\":1"));
        String text =
                unreadable(reference).contentType("application/json").extract().asString();
        Faults.seeded(1, fault("GARBAGE", "\"operation\":\"CAPTURE\",\"times\":1,\"garbage\":\"HTML\""));
        unreadable(reference).contentType("text/html");
        Faults.seeded(1, fault("GARBAGE", "\"operation\":\"CAPTURE\",\"times\":1,\"garbage\":\"CUT\""));
        String cut = unreadable(reference).extract().asString();

        assertThat(text).isEqualTo("upstream request timeout");
        assertThat(cut).startsWith("{\"").doesNotEndWith("}");
        API.get(reference).body("aggregate.capturedAmount.value", equalTo(300));
    }

    @Test
    void a_token_can_be_refused_though_it_is_good() {
        String reference = API.authorized();
        Faults.seeded(1, fault("UNAUTHORIZED", "\"api\":\"EPAYMENT\",\"times\":1"));

        API.get(reference).statusCode(401).body("statusCode", equalTo(401));
        API.get(reference).statusCode(200);
    }

    @Test
    void a_fault_hits_only_the_sales_unit_the_api_and_the_reference_it_names() {
        String reference = Api.newReference();
        String other = API.authorized();
        Faults.seeded(
                1,
                fault("SERVER_ERROR", "\"msn\":\"234567\""),
                fault("SERVER_ERROR", "\"api\":\"QR\""),
                fault("SERVER_ERROR", "\"reference\":\"" + reference + "\",\"status\":503"));

        API.create(reference, Api.newKey(), Bodies.webRedirect(reference)).statusCode(503);
        API.get(reference).statusCode(503);
        API.get(other).statusCode(200);
        API.call().get("/qr/v1/merchant-callback").then().statusCode(500);
        Api.OTHER.keys().post("/accesstoken/get").then().statusCode(500);
    }

    private static ValidatableResponse unreadable(String reference) {
        return API.json(Bodies.modification(100))
                .noFilters()
                .header("Idempotency-Key", Api.newKey())
                .post(path(reference, "capture"))
                .then()
                .statusCode(200);
    }

    private static void refusedOnce(String kind, String more, String reference, String key, int status, String code) {
        Faults.seeded(1, fault(kind, more));
        API.capture(reference, key, 1000)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("extraDetails[0].reason", equalTo(code));
        Faults.clear();
    }

    private static String fault(String kind, String more) {
        return "{\"kind\":\"" + kind + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String path(String reference, String operation) {
        return "/epayment/v1/payments/" + reference + "/" + operation;
    }

    private static ValidatableResponse payment(String reference) {
        return given().get("/sandbox/v1/payments/{msn}/{reference}", API.msn(), reference)
                .then();
    }

    private static ValidatableResponse journal(String reference, String operation) {
        return given().queryParam("reference", reference)
                .queryParam("operation", operation)
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200);
    }
}
