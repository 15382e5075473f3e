package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class ReceiptsAndQrTest {

    private static final Api API = Api.DEMO;
    private static final String RECEIPTS = "/order-management/v2/{type}/receipts/{reference}";

    @Test
    @Covers(
            operation = ApiOperation.POST_RECEIPT,
            statuses = {201, 400},
            rules = "tax is total minus total without tax")
    void a_receipt_that_does_not_add_up_is_refused_and_may_be_posted_right() {
        String reference = Api.newReference();
        API.json(Bodies.receipt(3000, 2400, 700))
                .post(RECEIPTS, "ecom", reference)
                .then()
                .statusCode(400)
                .body("invalidParams[0].name", equalTo("OrderLines[0].TotalTaxAmount"))
                .body("invalidParams[0].reason", containsString("don't match order line total tax amount"));

        API.json(Bodies.receipt(3000, 2400, 600))
                .post(RECEIPTS, "ECOM", reference)
                .then()
                .statusCode(201);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "a receipt sent along counts")
    @Covers(operation = ApiOperation.POST_RECEIPT, statuses = 409, rules = "receipts cannot be changed")
    void a_receipt_sent_with_the_payment_counts() {
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.withReceipt(reference)).statusCode(201);

        API.json(Bodies.receipt(5000, 4000, 1000))
                .post(RECEIPTS, "ecom", reference)
                .then()
                .statusCode(409);
        given().queryParam("orderId", reference)
                .get("/sandbox/v1/receipts")
                .then()
                .body("source", contains("CREATE"))
                .body("receipt.orderLines[0].name", contains("Fanta"));
    }

    @Test
    @Covers(operation = ApiOperation.GET_ORDER, statuses = 404)
    void an_order_nobody_described_is_not_found() {
        API.call()
                .get("/order-management/v2/ecom/{reference}", Api.newReference())
                .then()
                .statusCode(404);
    }

    @Test
    @Covers(operation = ApiOperation.PUT_CALLBACK_QR, statuses = 200, rules = "an update never changes the image")
    @Covers(operation = ApiOperation.GET_CALLBACK_QR, statuses = 200)
    void a_callback_qr_keeps_its_code_when_its_location_changes() {
        API.putQr("machine-qr");
        String content = API.call()
                .get("/qr/v1/merchant-callback/machine-qr")
                .then()
                .statusCode(200)
                .body("merchantSerialNumber", equalTo(API.msn()))
                .body("locationDescription", equalTo("Machine 1"))
                .extract()
                .path("qrContent");

        API.json("{\"locationDescription\":\"Moved\"}")
                .put("/qr/v1/merchant-callback/machine-qr")
                .then()
                .statusCode(200);
        API.call()
                .queryParam("qrImageFormat", "png")
                .queryParam("QRIMAGESIZE", "500")
                .get("/qr/v1/merchant-callback/machine-qr")
                .then()
                .body("locationDescription", equalTo("Moved"))
                .body("qrContent", equalTo(content))
                .body("qrImageUrl", containsString("format=PNG&size=500"));
        API.call().get("/qr/v1/merchant-callback").then().body("merchantQrId", hasItem("machine-qr"));
    }

    @Test
    @Covers(
            operation = ApiOperation.DELETE_CALLBACK_QR,
            statuses = {200, 404},
            rules = "a deleted code cannot be scanned")
    void a_deleted_or_unknown_qr_cannot_be_scanned() {
        API.putQr("machine-gone");
        API.call().delete("/qr/v1/merchant-callback/machine-gone").then().statusCode(200);
        API.call().delete("/qr/v1/merchant-callback/machine-gone").then().statusCode(404);
        API.call().get("/qr/v1/merchant-callback/machine-gone").then().statusCode(404);

        given().contentType("application/json")
                .body("{\"msn\":\"123456\",\"merchantQrId\":\"machine-gone\",\"customer\":\"4712345678\"}")
                .post("/sandbox/v1/scan")
                .then()
                .statusCode(404);
    }

    @Test
    @Covers(operation = ApiOperation.PUT_CALLBACK_QR, statuses = 400, rules = "location at most 36 characters")
    void a_location_has_at_most_36_characters() {
        API.json("{\"locationDescription\":\"" + "x".repeat(37) + "\"}")
                .put("/qr/v1/merchant-callback/machine-long")
                .then()
                .statusCode(400)
                .body("invalidParams[0].name", equalTo("LocationDescription"));
    }
}
