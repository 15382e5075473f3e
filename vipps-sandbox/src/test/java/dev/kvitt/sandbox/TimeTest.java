package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class TimeTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "expires after 10 minutes")
    void a_payment_nobody_approves_expires_after_ten_minutes() {
        String reference = API.created();
        String approved = API.authorized();

        advance("PT9M").statusCode(200);
        API.get(reference).body("state", equalTo("CREATED"));
        advance("PT1M").statusCode(200);
        API.get(reference)
                .body("state", equalTo("EXPIRED"))
                .body("aggregate.authorizedAmount.value", equalTo(0))
                .body("aggregate.cancelledAmount.value", equalTo(0));
        API.act(reference, "approve").statusCode(409);
        API.get(approved).body("state", equalTo("AUTHORIZED"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 4050, rules = "customerToken lives 15 minutes")
    void a_customer_token_can_be_used_for_fifteen_minutes() {
        API.putQr("machine-time");
        String token = API.scan("machine-time");
        advance("PT14M").statusCode(200);
        String inTime = Api.newReference();
        API.create(inTime, Api.newKey(), Bodies.withToken(inTime, token)).statusCode(201);

        advance("PT1M").statusCode(200);
        String tooLate = Api.newReference();
        API.create(tooLate, Api.newKey(), Bodies.withToken(tooLate, token))
                .statusCode(400)
                .body("extraDetails[0].reason", equalTo("4050"));
    }

    @Test
    @Covers(operation = ApiOperation.ACCESS_TOKEN, rules = "ends after the time it states")
    void an_access_token_ends_after_an_hour() {
        JsonPath told = API.keys()
                .post("/accesstoken/get")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(told.getString("expires_in")).isEqualTo("3600");
        String token = told.getString("access_token");

        advance("PT59M").statusCode(200);
        readWith(token).statusCode(404);
        advance("PT1M").statusCode(200);
        readWith(token).statusCode(401);
    }

    private static ValidatableResponse readWith(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .header("Merchant-Serial-Number", API.msn())
                .get("/epayment/v1/payments/some-reference")
                .then();
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, codes = 6100)
    @Covers(operation = ApiOperation.CANCEL, codes = 6030, rules = "what is left at the deadline is released by itself")
    void what_is_not_captured_in_180_days_is_released() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 3000).statusCode(200);

        advance("P180D").statusCode(200);
        API.get(reference).body("aggregate.cancelledAmount.value", equalTo(2000));
        API.capture(reference, Api.newKey(), 1).statusCode(400).body("extraDetails[0].reason", equalTo("6100"));
        API.cancel(reference, false).statusCode(400).body("extraDetails[0].reason", equalTo("6030"));
    }

    @Test
    void time_goes_ahead_only() {
        advance("PT0S").statusCode(400);
        advance("PT-1M").statusCode(400);
        assertThat(given().get("/sandbox/v1/clock").then().extract().<String>path("ahead"))
                .startsWith("P");
    }

    private static ValidatableResponse advance(String duration) {
        return given().contentType(ContentType.JSON)
                .body("{\"advance\":\"" + duration + "\"}")
                .post("/sandbox/v1/clock")
                .then();
    }
}
