package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import dev.kvitt.vipps.rules.webhook.SignatureVerdict;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Where Vipps' texts leave a rule open, the sandbox can also be switched the other way. */
@QuarkusTest
@TestProfile(SwitchedSandbox.class)
class SwitchesTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(operation = ApiOperation.CANCEL, codes = 6190)
    void cancel_may_need_a_key_answer_a_repeat_with_6190_and_put_the_key_in_its_event() {
        String reference = API.authorized();
        API.json("{}")
                .post("/epayment/v1/payments/{reference}/cancel", reference)
                .then()
                .statusCode(400);
        API.cancel(reference, false).statusCode(200);

        API.cancel(reference, false).statusCode(400).body("extraDetails[0].reason", equalTo("6190"));
        String key = API.events(reference)
                .body("name", contains("CREATED", "AUTHORIZED", "CANCELLED"))
                .extract()
                .path("[2].idempotencyKey");
        assertThat(key).startsWith("key-");
    }

    @Test
    void a_cancel_may_need_a_body_and_modifications_may_call_themselves_problems() {
        String reference = API.authorized();
        API.call()
                .header("Idempotency-Key", Api.newKey())
                .contentType(ContentType.JSON)
                .post("/epayment/v1/payments/{reference}/cancel", reference)
                .then()
                .statusCode(400);

        API.cancel(reference, false).statusCode(200).contentType("application/problem+json");
    }

    @Test
    @Covers(operation = ApiOperation.LIST_LEDGERS, rules = "handles in either form")
    @Covers(operation = ApiOperation.REPORT_FEED, rules = "either name of a payout")
    @Covers(operation = ApiOperation.REPORT_DATE, statuses = 404, rules = "an open date is not complete, or not there")
    void ledgers_may_name_countries_and_payouts_by_their_older_name_and_open_dates_may_not_be_there() {
        String end = Reports.end(API, "funds");
        API.capture(API.authorized(), Api.newKey(), 5000).statusCode(200);
        LocalDate day = Reports.today();
        API.call()
                .queryParam("settlesForRecipientHandles", "NO:" + API.msn())
                .get("/settlement/v1/ledgers")
                .then()
                .statusCode(200)
                .body("items[0].settlesForRecipientHandles", contains("NO:" + API.msn()));
        Reports.date(API, "funds", day, "").statusCode(404);
        Phone.letPass("P1D");

        Reports.date(API, "funds", day, "").statusCode(200).body("tryLater", equalTo(false));
        JsonPath rows = Reports.feed(API, "funds", end)
                .body("items[0].recipientHandle", equalTo("NO:" + API.msn()))
                .body("items[2].entryType", equalTo("scheduled-for-payout"))
                .extract()
                .jsonPath();
        assertThat(rows.getString("items[2].pspReference"))
                .isEqualTo(Reports.DEMO_LEDGER + "-" + rows.getString("items[2].reference"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 4150)
    void a_retried_create_may_be_refused_as_reference_exists() {
        String reference = Api.newReference();
        String key = Api.newKey();
        API.create(reference, key, Bodies.webRedirect(reference)).statusCode(201);

        API.create(reference, key, Bodies.webRedirect(reference))
                .statusCode(409)
                .body("extraDetails[0].reason", equalTo("4150"));
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, codes = 4020)
    @Covers(operation = ApiOperation.REFUND, codes = 4020)
    void a_key_may_belong_to_the_whole_sales_unit_and_be_forgotten_after_an_hour() {
        String first = API.authorized();
        String second = API.authorized();
        String key = Api.newKey();
        API.capture(first, key, 100).statusCode(200);

        API.capture(second, key, 100).statusCode(409).body("extraDetails[0].reason", equalTo("4020"));
        API.refund(first, key, 100).statusCode(409).body("extraDetails[0].reason", equalTo("4020"));
        given().contentType(ContentType.JSON).body("{\"advance\":\"PT1H\"}").post("/sandbox/v1/clock");
        API.capture(second, key, 100).statusCode(200);
    }

    @Test
    void the_end_of_an_unpaid_payment_may_look_cancelled() {
        String reference = API.created();

        API.act(reference, "expire").statusCode(200).body("aggregate.cancelledAmount.value", equalTo(5000));
    }

    @Test
    @Covers(operation = ApiOperation.PUT_CATEGORY, statuses = 404)
    @Covers(operation = ApiOperation.POST_RECEIPT, statuses = 404)
    void a_receipt_may_need_its_payment() {
        String reference = Api.newReference();
        String path = "/order-management/v2/ecom/receipts/{reference}";
        API.json("{\"category\":\"TICKET\",\"orderDetailsUrl\":\"https://example.com/\"}")
                .put("/order-management/v2/ecom/categories/{reference}", reference)
                .then()
                .statusCode(404);
        API.json(Bodies.receipt(3000, 2400, 600)).post(path, reference).then().statusCode(404);
        API.create(reference, Api.newKey(), Bodies.webRedirect(reference)).statusCode(201);

        API.json(Bodies.receipt(3000, 2400, 600)).post(path, reference).then().statusCode(201);
    }

    @Test
    void the_capture_guarantee_may_be_absent_and_rate_limits_off() {
        String reference = API.authorized();
        for (int write = 0; write < 6; write++) {
            API.capture(reference, Api.newKey(), 100).statusCode(200);
        }

        API.get(reference).body("captureGuaranteedUntil", nullValue());
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK, rules = "a check-in carries token, QR id and serial number")
    void check_ins_may_use_the_older_field_and_deliveries_name_their_registration() {
        try (Receiver receiver = Receiver.start()) {
            receiver.answer(500);
            JsonPath registered = API.register(receiver.url("/qr"), "user.checked-in.v1")
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            String id = registered.getString("id");
            API.putQr("machine-switched");
            API.scan("machine-switched");

            Receiver.Delivery first = receiver.next();
            Receiver.Delivery retry = receiver.next();
            assertThat(first.json().getString("merchantSerialNumber")).isEqualTo(API.msn());
            assertThat(first.json().getString("msn")).isNull();
            assertThat(first.registration()).isEqualTo(id);
            assertThat(retry.signature()).isEqualTo(first.signature());
            WebhookSecret secret = new WebhookSecret(registered.getString("secret"));
            WebhookTarget withoutPort = new WebhookTarget("127.0.0.1", "/qr");
            assertThat(WebhookSignature.verify(secret, withoutPort, first.signature(), first.body()))
                    .isInstanceOf(SignatureVerdict.Genuine.class);
            API.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204);
        }
    }

    @Test
    void a_callback_code_may_have_a_category() {
        API.json("{\"locationDescription\":\"Machine 1\",\"category\":\"VENDING\"}")
                .put("/qr/v1/merchant-callback/machine-category")
                .then()
                .statusCode(200);
    }
}
