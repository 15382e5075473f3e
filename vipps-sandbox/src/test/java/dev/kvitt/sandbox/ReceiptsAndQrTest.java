package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
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
    @Covers(
            operation = ApiOperation.POST_RECEIPT,
            statuses = 400,
            rules = {
                "taxRate or taxPercentage is set",
                "quantity, unit, barcode and amounts in their patterns",
                "invalidParams name what is wrong",
                "unknown fields are refused"
            })
    void a_receipt_is_refused_with_everything_that_is_wrong_with_it() {
        String reference = Api.newReference();
        refused(
                reference,
                """
                {"orderLines":[{"name":"Fanta","id":"1","totalAmount":3000,"totalAmountExcludingTax":2400,
                 "totalTaxAmount":600,"taxRate":2500,"taxPercentage":25,"discount":-1,
                 "unitInfo":{"unitPrice":-1,"quantity":"1,5","quantityUnit":"BOX"}}],
                 "bottomLine":{"currency":"SEK","tipAmount":-1,"barcode":{"format":"EAN-13","data":"4006381333932"}}}
                """,
                "OrderLines[0].TaxRate",
                "OrderLines[0].Discount",
                "OrderLines[0].UnitInfo.UnitPrice",
                "OrderLines[0].UnitInfo.Quantity",
                "OrderLines[0].UnitInfo.QuantityUnit",
                "BottomLine.Currency",
                "BottomLine.TipAmount",
                "BottomLine.Barcode.Data");
        refused(reference, Bodies.receipt(3000, 2400, 600).replace(",\"taxRate\":2500", ""), "OrderLines[0].TaxRate");
        refused(reference, "{\"orderLines\":[]}", "OrderLines", "BottomLine");
        refused(reference, "{\"orderLines\":[{\"colour\":1}]}", "OrderLines[0].Colour");
        refused(reference, "{\"orderLines\":[{\"totalAmount\":9223372036854775808}]}", "OrderLines[0].TotalAmount");
        API.json(Bodies.receipt(5000, 4000, 1000))
                .post(RECEIPTS, "ecom", "a b")
                .then()
                .statusCode(400);
    }

    private static void refused(String reference, String receipt, String... names) {
        API.json(receipt)
                .post(RECEIPTS, "ecom", reference)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1"))
                .body("title", equalTo("One or more validation errors occurred."))
                .body("invalidParams.name", contains(names));
    }

    @Test
    @Covers(operation = ApiOperation.POST_RECEIPT, statuses = 201, rules = "before or after the payment")
    void a_receipt_may_come_before_the_payment_and_once_for_each_kind_of_payment() {
        String reference = Api.newReference();
        String id = API.json(Bodies.receipt(5000, 4000, 1000))
                .post(RECEIPTS, "ecom", reference)
                .then()
                .statusCode(201)
                .extract()
                .as(String.class);
        assertThat(UUID.fromString(id)).hasToString(id);
        API.create(reference, Api.newKey(), Bodies.webRedirect(reference)).statusCode(201);

        API.json(Bodies.receipt(5000, 4000, 1000))
                .post(RECEIPTS, "ECOM", reference)
                .then()
                .statusCode(409);
        API.json(Bodies.receipt(5000, 4000, 1000))
                .post(RECEIPTS, "RECURRING", reference)
                .then()
                .statusCode(201);
        given().queryParam("orderId", reference)
                .get("/sandbox/v1/receipts")
                .then()
                .body("paymentType", containsInAnyOrder("ECOM", "RECURRING"));
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
    @Covers(operation = ApiOperation.GET_CALLBACK_QR, statuses = 404)
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
        API.json("{\"locationDescription\":\"" + "x".repeat(36) + "\"}")
                .put("/qr/v1/merchant-callback/machine-long")
                .then()
                .statusCode(200);
    }
}
