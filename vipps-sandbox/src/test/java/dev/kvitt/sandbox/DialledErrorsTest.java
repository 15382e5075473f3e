package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import dev.kvitt.sandbox.coverage.CoversEach;
import dev.kvitt.sandbox.coverage.Documented;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors that no request causes by itself are made by the fault dial: nothing is done, and the same request works after. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class DialledErrorsTest {

    /** They are no reads, and change nothing either. */
    private static final Set<ApiOperation> WITHOUT_EFFECT = EnumSet.of(
            ApiOperation.ACCESS_TOKEN,
            ApiOperation.ONE_TIME_QR,
            ApiOperation.EXCHANGE_PERSONAL_QR,
            ApiOperation.EXCHANGE_CUSTOMER);

    private static final List<String> STATE = List.of(
            "/sandbox/v1/payments?limit=1000", "/sandbox/v1/webhooks", "/sandbox/v1/qr", "/sandbox/v1/customers");

    static Stream<ApiOperation> withServerError() {
        return Documented.operationsWith(500);
    }

    static Stream<ApiOperation> withLock() {
        return Documented.operationsWith(423);
    }

    @AfterEach
    void allIsWellAgain() {
        Faults.clear();
        Registrations.clear();
    }

    @ParameterizedTest
    @MethodSource("withServerError")
    @CoversEach(status = 500)
    void an_internal_error_changes_nothing_and_the_same_request_works_afterwards(ApiOperation operation) {
        GoodCall call = GoodCalls.of(operation);

        ValidatableResponse failed = failedOnce(call, "\"kind\":\"SERVER_ERROR\"", 500);

        boolean report = operation.api().equals(ApiOperation.REPORT_FEED.api());
        failed.body(report ? "errorMessage" : "title", equalTo("Internal Server Error"));
        worksNow(call);
    }

    @ParameterizedTest
    @MethodSource("withLock")
    @CoversEach(status = 423)
    @Covers(operation = ApiOperation.CAPTURE, codes = 6160)
    @Covers(operation = ApiOperation.CANCEL, codes = 6160)
    @Covers(operation = ApiOperation.REFUND, codes = 6160)
    void a_locked_payment_is_not_touched_and_can_be_tried_again_with_the_same_key(ApiOperation operation) {
        GoodCall call = GoodCalls.of(operation);

        coded(failedOnce(call, "\"kind\":\"LOCKED\"", 423), 6160);
        worksNow(call);
    }

    @ParameterizedTest
    @CsvSource({"3010,400", "5070,422"})
    @Covers(
            operation = ApiOperation.CREATE,
            codes = {3010, 5070},
            statuses = 422)
    void a_payment_that_cannot_be_created_is_not_there(int code, int status) {
        GoodCall call = GoodCalls.of(ApiOperation.CREATE);

        coded(failedOnce(call, "\"kind\":\"ERROR_CODE\",\"code\":" + code, status), code);
        worksNow(call);
    }

    private static ValidatableResponse failedOnce(GoodCall call, String fault, int status) {
        List<String> before = state();
        int since = journalEnd();
        Faults.seeded(1, "{" + fault + ",\"operation\":\"" + call.dialName() + "\",\"times\":1}");

        ValidatableResponse failed = call.send().statusCode(status);

        journal(call, since)
                .body("entries.status", contains(status))
                .body("entries.effect", contains(false))
                .body("entries[0].faults", contains("fault-1"));
        assertThat(state()).isEqualTo(before);
        return failed;
    }

    private static void worksNow(GoodCall call) {
        int since = journalEnd();

        assertThat(call.send().extract().statusCode()).isBetween(200, 204);

        boolean changes = !call.method().equals("GET") && !WITHOUT_EFFECT.contains(call.operation());
        journal(call, since).body("entries.effect", contains(changes)).body("entries.replay", contains(false));
    }

    private static void coded(ValidatableResponse failed, int code) {
        failed.contentType("application/problem+json")
                .body("extraDetails[0].name", equalTo("ErrorCode"))
                .body("extraDetails[0].reason", equalTo(String.valueOf(code)));
    }

    /** As the control API tells it, which no fault hits. */
    private static List<String> state() {
        return STATE.stream().map(path -> given().get(path).asString()).toList();
    }

    private static int journalEnd() {
        return given().get("/sandbox/v1/journal?limit=1").jsonPath().getInt("last");
    }

    private static ValidatableResponse journal(GoodCall call, int since) {
        return given().queryParam("since", since)
                .queryParam("kind", "request")
                .queryParam("operation", call.dialName())
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200);
    }
}
