package dev.kvitt.sandbox;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class RefusalsTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(operation = ApiOperation.CAPTURE, codes = 6080, statuses = 400)
    void nothing_is_captured_before_the_customer_approved() {
        String reference = API.created();

        refused(API.capture(reference, Api.newKey(), 100), 400, 6080)
                .contentType("application/problem+json")
                .body("type", equalTo("https://httpstatuses.io/400"))
                .body("instance", equalTo("/v1/payments/" + reference + "/capture"))
                .body("traceId", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, codes = 6090)
    void no_more_is_captured_than_was_reserved() {
        refused(API.capture(API.authorized(), Api.newKey(), 5001), 400, 6090);
    }

    @Test
    @Covers(operation = ApiOperation.CANCEL, codes = 6040, statuses = 400)
    void a_fully_captured_payment_cannot_be_cancelled() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 5000).statusCode(200);

        refused(API.cancel(reference, false), 400, 6040);
    }

    @Test
    @Covers(operation = ApiOperation.CANCEL, codes = 6060)
    void cancel_of_the_transaction_only_keeps_the_reservation() {
        String reference = API.authorized();

        refused(API.cancel(reference, true), 400, 6060);
        API.get(reference).body("aggregate.cancelledAmount.value", equalTo(0));
    }

    @Test
    @Covers(operation = ApiOperation.CANCEL, statuses = 200, rules = "before approval the payment is terminated")
    void cancel_of_the_transaction_only_ends_a_payment_nobody_approved() {
        String reference = API.created();

        API.cancel(reference, true)
                .statusCode(200)
                .body("state", equalTo("TERMINATED"))
                .body("aggregate.cancelledAmount.value", equalTo(5000))
                .body("aggregate.authorizedAmount.value", equalTo(0));
        API.act(reference, "approve").statusCode(409);
    }

    @Test
    @Covers(
            operation = ApiOperation.REFUND,
            codes = 6150,
            statuses = {200, 400})
    void a_refund_gives_back_no_more_than_was_captured() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 3000).statusCode(200);

        refused(API.refund(reference, Api.newKey(), 3001), 400, 6150);
        API.refund(reference, Api.newKey(), 3000).statusCode(200).body("aggregate.refundedAmount.value", equalTo(3000));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 4150, statuses = 409)
    void a_reference_is_taken_once() {
        String reference = API.created();

        refused(API.create(reference, Api.newKey(), Bodies.webRedirect(reference)), 409, 4150);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 4050)
    void an_unknown_customer_token_is_refused() {
        String reference = Api.newReference();

        refused(API.create(reference, Api.newKey(), Bodies.withToken(reference, "dW5rbm93bg==")), 400, 4050);
    }

    @Test
    @Covers(
            operation = ApiOperation.CREATE,
            codes = {5040, 5080},
            statuses = 403)
    void a_norwegian_unit_is_not_paid_in_euro_and_a_unit_without_push_cannot_push() {
        String reference = Api.newReference();

        refused(API.create(reference, Api.newKey(), Bodies.webRedirect(reference, 5000, "EUR")), 400, 5040);
        refused(Api.DANISH.create(reference, Api.newKey(), Bodies.push(reference)), 403, 5080);
    }

    @Test
    @Covers(operation = ApiOperation.GET_PAYMENT, codes = 5090, statuses = 404)
    @Covers(operation = ApiOperation.EVENT_LOG, codes = 5090, statuses = 404)
    @Covers(operation = ApiOperation.CAPTURE, codes = 5090, statuses = 404)
    @Covers(operation = ApiOperation.CANCEL, codes = 5090, statuses = 404)
    void another_merchants_reference_is_unknown() {
        String reference = API.authorized();

        refused(Api.OTHER.get(reference), 404, 5090);
        refused(Api.OTHER.events(reference), 404, 5090);
        refused(Api.OTHER.capture(reference, Api.newKey(), 100), 404, 5090);
        refused(Api.OTHER.cancel(reference, false), 404, 5090);
        refused(API.get("never-created"), 404, 5090);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, statuses = 201, rules = "reference is unique per sales unit only")
    void two_merchants_can_use_the_same_reference() {
        String reference = API.authorized();

        Api.OTHER.create(reference, Api.newKey(), Bodies.webRedirect(reference)).statusCode(201);
        Api.OTHER.get(reference).body("state", equalTo("CREATED"));
        API.get(reference).body("state", equalTo("AUTHORIZED"));
    }

    @Test
    @Covers(
            operation = ApiOperation.CREATE,
            statuses = 400,
            rules = "a malformed body names its field and carries no code")
    void a_malformed_request_names_the_field_and_carries_no_code() {
        API.create("short", Api.newKey(), Bodies.webRedirect("short"))
                .statusCode(400)
                .body("title", equalTo("Bad Request"))
                .body("extraDetails[0].name", equalTo("reference"))
                .body("extraDetails[0].reason", containsString("^[a-zA-Z0-9-]{8,64}$"))
                .body("extraDetails.find { it.name == 'ErrorCode' }", nullValue());
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 4040, rules = "unknown fields are refused")
    void unknown_and_mistyped_fields_are_refused() {
        String reference = Api.newReference();
        String good = Bodies.webRedirect(reference).strip();
        String unknown = good.substring(0, good.length() - 1) + ",\"surprise\":1}";

        malformed(unknown, "surprise");
        malformed(good.replace("\"Fanta\"", "17"), "paymentDescription");
        malformed(good.replace("\"reference\"", "\"reference\":\"" + reference + "\",\"reference\""), "body");
        malformed("{", "body");
        malformed("[]", "body");
        refused(API.create(reference, Api.newKey(), good.replace("5000", "50.5")), 400, 4040);
        refused(API.create(reference, Api.newKey(), good.replace("5000", "\"5000\"")), 400, 4040);
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, rules = "Idempotency-Key is required and at most 50 characters")
    @Covers(operation = ApiOperation.CANCEL, rules = "works without body and key")
    void a_write_needs_an_idempotency_key_of_at_most_50_characters_but_cancel_needs_none() {
        String reference = API.created();
        API.json(Bodies.modification(100))
                .post("/epayment/v1/payments/{reference}/capture", reference)
                .then()
                .statusCode(400)
                .body("extraDetails.name", hasItem("Idempotency-Key"));
        API.capture(reference, "k".repeat(51), 100)
                .statusCode(400)
                .body("extraDetails.name", hasItem("Idempotency-Key"));

        API.call()
                .noContentType()
                .post("/epayment/v1/payments/{reference}/cancel", reference)
                .then()
                .statusCode(200)
                .body("state", equalTo("TERMINATED"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "only JSON, and not without end")
    void only_json_is_read_and_not_without_end() {
        API.call()
                .contentType(ContentType.TEXT)
                .body("{}")
                .post("/epayment/v1/payments")
                .then()
                .statusCode(415);
        API.json("{\"reference\":\"" + "x".repeat(300_000) + "\"}")
                .post("/epayment/v1/payments")
                .then()
                .statusCode(413);
    }

    private static void malformed(String body, String field) {
        API.create("", Api.newKey(), body).statusCode(400).body("extraDetails[0].name", equalTo(field));
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, int code) {
        return response.statusCode(status)
                .body("status", equalTo(status))
                .body("extraDetails[0].name", equalTo("ErrorCode"))
                .body("extraDetails[0].reason", equalTo(String.valueOf(code)));
    }
}
