package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.kvitt.sandbox.contract.ContractFilter;
import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our own compact contract: needs no specification beside the project, and runs against the sandbox as it starts. */
@QuarkusTest
class EveryOperationTest {

    private static final Api API = Api.DEMO;
    private static final String PAYMENT = "/epayment/v1/payments/some-reference";
    private static final String QR = "/qr/v1/merchant-callback";
    private static final String REDIRECT = "/qr/v1/merchant-redirect";
    private static final String ORDERS = "/order-management";

    /** Method and path of every operation that needs a token; userinfo and the exchanges have their own tests. */
    private static final List<String> WITH_TOKEN = List.of(
            "POST /epayment/v1/payments",
            "GET " + PAYMENT,
            "GET " + PAYMENT + "/events",
            "POST " + PAYMENT + "/capture",
            "POST " + PAYMENT + "/cancel",
            "POST " + PAYMENT + "/refund",
            "POST /epayment/v1/test/payments/some-reference/approve",
            "POST /webhooks/v1/webhooks",
            "GET /webhooks/v1/webhooks",
            "DELETE /webhooks/v1/webhooks/0190a8b0-0000-4000-8000-000000000000",
            "PUT " + QR + "/machine-1",
            "GET " + QR + "/machine-1",
            "GET " + QR,
            "DELETE " + QR + "/machine-1",
            "PUT " + QR + "/mobilepay/beacon-1",
            "POST " + REDIRECT,
            "GET " + REDIRECT,
            "GET " + REDIRECT + "/poster-1",
            "PUT " + REDIRECT + "/poster-1",
            "DELETE " + REDIRECT + "/poster-1",
            "POST /qr/v1",
            "POST " + ORDERS + "/v2/ecom/receipts/some-reference",
            "PUT " + ORDERS + "/v2/ecom/categories/some-reference",
            "GET " + ORDERS + "/v2/ecom/some-reference",
            "POST " + ORDERS + "/v3/categories",
            "GET " + ORDERS + "/v3/categories",
            "GET " + ORDERS + "/v3/categories/0190a8b0-0000-4000-8000-000000000000",
            "DELETE " + ORDERS + "/v3/categories/0190a8b0-0000-4000-8000-000000000000",
            "POST " + ORDERS + "/v1/images");

    @Test
    @Covers(operation = ApiOperation.CREATE, statuses = 401)
    @Covers(operation = ApiOperation.GET_PAYMENT, statuses = 401)
    @Covers(operation = ApiOperation.EVENT_LOG, statuses = 401)
    @Covers(operation = ApiOperation.CAPTURE, statuses = 401)
    @Covers(operation = ApiOperation.CANCEL, statuses = 401)
    @Covers(operation = ApiOperation.REFUND, statuses = 401)
    @Covers(operation = ApiOperation.FORCE_APPROVE, statuses = 401)
    @Covers(operation = ApiOperation.REGISTER_WEBHOOK, statuses = 401)
    @Covers(operation = ApiOperation.LIST_WEBHOOKS, statuses = 401)
    @Covers(operation = ApiOperation.DELETE_WEBHOOK, statuses = 401)
    @Covers(operation = ApiOperation.PUT_CALLBACK_QR, statuses = 401)
    @Covers(operation = ApiOperation.GET_CALLBACK_QR, statuses = 401)
    @Covers(operation = ApiOperation.LIST_CALLBACK_QRS, statuses = 401)
    @Covers(operation = ApiOperation.DELETE_CALLBACK_QR, statuses = 401)
    @Covers(operation = ApiOperation.PUT_MOBILEPAY_QR, statuses = 401)
    @Covers(operation = ApiOperation.CREATE_REDIRECT_QR, statuses = 401)
    @Covers(operation = ApiOperation.LIST_REDIRECT_QRS, statuses = 401)
    @Covers(operation = ApiOperation.GET_REDIRECT_QR, statuses = 401)
    @Covers(operation = ApiOperation.UPDATE_REDIRECT_QR, statuses = 401)
    @Covers(operation = ApiOperation.DELETE_REDIRECT_QR, statuses = 401)
    @Covers(operation = ApiOperation.ONE_TIME_QR, statuses = 401)
    @Covers(operation = ApiOperation.POST_RECEIPT, statuses = 401)
    @Covers(operation = ApiOperation.PUT_CATEGORY, statuses = 401)
    @Covers(operation = ApiOperation.GET_ORDER, statuses = 401)
    @Covers(operation = ApiOperation.ADD_CATEGORY, statuses = 401)
    @Covers(operation = ApiOperation.LIST_CATEGORIES, statuses = 401)
    @Covers(operation = ApiOperation.GET_CATEGORY, statuses = 401)
    @Covers(operation = ApiOperation.DELETE_CATEGORY, statuses = 401)
    @Covers(operation = ApiOperation.POST_IMAGE, statuses = 401)
    void nothing_is_answered_without_a_token_but_the_gateways_401() {
        for (String each : WITH_TOKEN) {
            String[] call = each.split(" ");
            var request = given().filter(ContractFilter.official());
            if (call[0].startsWith("P")) {
                request.contentType(ContentType.JSON).body("{}");
            }
            request.request(call[0], call[1])
                    .then()
                    .statusCode(401)
                    .contentType("application/json")
                    .body("statusCode", equalTo(401))
                    .body("message", notNullValue());
        }
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.CANCEL, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.REFUND, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.FORCE_APPROVE, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.REGISTER_WEBHOOK, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.PUT_CALLBACK_QR, rules = "unknown fields are refused")
    @Covers(operation = ApiOperation.POST_RECEIPT, rules = "unknown fields are refused")
    void an_unknown_field_is_refused_everywhere() {
        String reference = API.authorized();
        String payment = "/epayment/v1/payments/" + reference;
        refused("POST", payment + "/capture", Bodies.modification(100));
        refused("POST", payment + "/cancel", "{\"cancelTransactionOnly\":false}");
        refused("POST", payment + "/refund", Bodies.modification(100));
        refused("POST", "/epayment/v1/test/payments/" + reference + "/approve", "{\"token\":\"x\"}");
        refused("POST", "/webhooks/v1/webhooks", Bodies.registration("https://shop.example/h", "user.checked-in.v1"));
        refused("PUT", QR + "/machine-unknown-field", "{\"locationDescription\":\"Here\"}");
        refused("POST", ORDERS + "/v2/ecom/receipts/" + reference, Bodies.receipt(5000, 4000, 1000));

        API.get(reference).body("aggregate.capturedAmount.value", equalTo(0));
    }

    private static void refused(String method, String path, String good) {
        String body = good.strip().replaceFirst("\\{", "{\"surprise\":1,");
        API.json(body)
                .header("Idempotency-Key", Api.newKey())
                .request(method, path)
                .then()
                .statusCode(400)
                .body("title", notNullValue());
    }
}
