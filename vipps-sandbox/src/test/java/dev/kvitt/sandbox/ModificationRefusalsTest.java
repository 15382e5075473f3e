package dev.kvitt.sandbox;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Captures, cancels and refunds that cannot be, each with its own code. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class ModificationRefusalsTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(operation = ApiOperation.CAPTURE, codes = 6170)
    void what_is_captured_whole_is_not_captured_again() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 5000).statusCode(200);

        refused(API.capture(reference, Api.newKey(), 1), 6170);
    }

    @Test
    @Covers(
            operation = ApiOperation.CAPTURE,
            codes = {6070, 6200})
    @Covers(operation = ApiOperation.CANCEL, codes = 6050)
    @Covers(operation = ApiOperation.REFUND, codes = 6210)
    @Covers(operation = ApiOperation.GET_PAYMENT, rules = "aborted and expired: all sums 0")
    void a_payment_that_ended_unpaid_moves_no_money() {
        String terminated = API.created();
        API.cancel(terminated, false).statusCode(200);
        refused(API.capture(terminated, Api.newKey(), 1), 6070);
        refused(API.cancel(terminated, false), 6050);
        refused(API.refund(terminated, Api.newKey(), 1), 6210);

        for (String end : new String[] {"reject", "expire"}) {
            String reference = API.created();
            API.act(reference, end).statusCode(200);
            refused(API.capture(reference, Api.newKey(), 1), 6200);
            API.get(reference)
                    .body("aggregate.authorizedAmount.value", equalTo(0))
                    .body("aggregate.cancelledAmount.value", equalTo(0))
                    .body("aggregate.capturedAmount.value", equalTo(0))
                    .body("aggregate.refundedAmount.value", equalTo(0));
        }
    }

    @Test
    @Covers(
            operation = ApiOperation.REFUND,
            codes = {6020, 6180},
            rules = "in parts while something is left")
    void a_refund_needs_a_reservation_and_something_left() {
        refused(API.refund(API.created(), Api.newKey(), 1), 6020);
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 3000).statusCode(200);
        API.refund(reference, Api.newKey(), 1000).statusCode(200);
        API.refund(reference, Api.newKey(), 2000).statusCode(200);

        refused(API.refund(reference, Api.newKey(), 1), 6180);
    }

    @Test
    @Covers(operation = ApiOperation.REFUND, codes = 5090, statuses = 404)
    @Covers(operation = ApiOperation.FORCE_APPROVE, codes = 5090, statuses = 404)
    void an_unknown_payment_is_neither_refunded_nor_approved() {
        API.refund("never-created", Api.newKey(), 1).statusCode(404).body("extraDetails.reason", hasItem("5090"));
        API.json("{\"customer\":{\"phoneNumber\":\"4712345678\"}}")
                .post("/epayment/v1/test/payments/never-created/approve")
                .then()
                .statusCode(404)
                .body("extraDetails.reason", hasItem("5090"));
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, codes = 4040)
    @Covers(operation = ApiOperation.REFUND, codes = 4040)
    void nothing_is_no_amount() {
        String reference = API.authorized();

        refused(API.capture(reference, Api.newKey(), 0), 4040);
        API.capture(reference, Api.newKey(), 100).statusCode(200);
        refused(API.refund(reference, Api.newKey(), 0), 4040);
    }

    @Test
    @Covers(operation = ApiOperation.REFUND, codes = 4150, statuses = 409, rules = "a true retry is done once")
    void a_retried_refund_is_done_once_and_refused_with_another_amount() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 3000).statusCode(200);
        String key = Api.newKey();
        API.refund(reference, key, 1000).statusCode(200);
        API.refund(reference, key, 1000).statusCode(200).body("aggregate.refundedAmount.value", equalTo(1000));

        API.refund(reference, key, 2000).statusCode(409).body("extraDetails.reason", hasItem("4150"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "Idempotency-Key is required and at most 50 characters")
    @Covers(operation = ApiOperation.REFUND, rules = "Idempotency-Key is required and at most 50 characters")
    void creating_and_refunding_need_a_key_of_at_most_50_characters() {
        String reference = Api.newReference();
        API.create(reference, "k".repeat(51), Bodies.webRedirect(reference)).statusCode(400);
        API.json(Bodies.webRedirect(reference))
                .post("/epayment/v1/payments")
                .then()
                .statusCode(400);
        API.create(reference, "k".repeat(50), Bodies.webRedirect(reference)).statusCode(201);

        API.refund(reference, "k".repeat(51), 1).statusCode(400).body("extraDetails.name", hasItem("Idempotency-Key"));
    }

    @Test
    @Covers(
            operation = ApiOperation.GET_PAYMENT,
            rules = {"captureGuaranteedUntil once authorized", "pspReference is that of the CREATED event"})
    void a_payment_carries_the_psp_reference_of_its_creation_and_its_guarantee_once_authorized() {
        String reference = API.created();
        API.get(reference).body("captureGuaranteedUntil", nullValue());
        API.act(reference, "approve").statusCode(200);
        API.capture(reference, Api.newKey(), 100).statusCode(200);
        String created = API.events(reference)
                .body("name", contains("CREATED", "AUTHORIZED", "CAPTURED"))
                .extract()
                .path("[0].pspReference");

        API.get(reference).body("pspReference", equalTo(created)).body("captureGuaranteedUntil", notNullValue());
    }

    private static void refused(ValidatableResponse response, int code) {
        response.statusCode(400)
                .contentType("application/problem+json")
                .body("extraDetails[0].reason", equalTo(String.valueOf(code)));
    }
}
