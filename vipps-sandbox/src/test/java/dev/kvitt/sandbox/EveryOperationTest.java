package dev.kvitt.sandbox;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import dev.kvitt.sandbox.coverage.CoversEach;
import dev.kvitt.sandbox.coverage.Documented;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation, of the sandbox as it starts when nothing is set. */
@QuarkusTest
class EveryOperationTest {

    private static final Api API = Api.DEMO;
    private static final String QR = "/qr/v1/merchant-callback";
    private static final String ORDERS = "/order-management";

    static Stream<ApiOperation> withKeys() {
        return Documented.operationsWith(401);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        Registrations.clear();
    }

    @ParameterizedTest
    @MethodSource("withKeys")
    @CoversEach(status = 401)
    void nothing_is_answered_without_keys_but_a_401(ApiOperation operation) {
        ValidatableResponse refused =
                GoodCalls.of(operation).sendWithoutKeys().statusCode(401).contentType(ContentType.JSON);

        switch (operation) {
            case ACCOUNTING_TOKEN -> refused.body("error", equalTo("invalid_client"));
            case LIST_LEDGERS, REPORT_DATE, REPORT_FEED ->
                refused.body("code", equalTo("Unauthorized")).body("message", notNullValue());
            case USERINFO -> refused.body("status", equalTo("401")).body("detail", notNullValue());
            default -> refused.body("statusCode", equalTo(401)).body("message", notNullValue());
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
