package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.instanceOf;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class TokensTest {

    private static final Api API = Api.DEMO;
    private static final String TOKEN = "/accesstoken/get";
    private static final String PAYMENT = "/epayment/v1/payments/no-such-payment";
    private static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";
    private static final String SECOND_KEY = "demo-secondary-subscription-key";

    @Test
    @Covers(
            operation = ApiOperation.ACCESS_TOKEN,
            statuses = 200,
            rules = {"numbers are text", "several tokens are valid at once"})
    void a_token_decodes_as_a_jwt_and_its_numbers_are_text() {
        ValidatableResponse answer = API.keys().post(TOKEN).then().statusCode(200);
        answer.contentType("application/json;charset=UTF-8")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo("3600"))
                .body("ext_expires_in", instanceOf(String.class))
                .body("expires_on", instanceOf(String.class))
                .body("not_before", instanceOf(String.class))
                .body("resource", equalTo("00000002-0000-0000-c000-000000000000"));
        JsonPath body = answer.extract().jsonPath();
        String first = body.getString("access_token");
        assertThat(first).hasSizeGreaterThan(1000).startsWith("eyJ");
        String[] parts = first.split("\\.");
        assertThat(parts).hasSize(3);
        JsonPath claims = JsonPath.from(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("exp")).isEqualTo(body.getString("expires_on"));

        String second = API.token();
        assertThat(second).isNotEqualTo(first);
        readWith(first, "demo-subscription-key").statusCode(404);
        readWith(second, "demo-subscription-key").statusCode(404);
    }

    @Test
    @Covers(operation = ApiOperation.ACCESS_TOKEN, statuses = 401, rules = "all keys of one sales unit")
    void keys_that_do_not_belong_together_get_no_token() {
        token("wrong", "demo-client-secret", "demo-subscription-key")
                .statusCode(401)
                .body("error", equalTo("unauthorized_client"));
        token("demo-client-id", "wrong", "demo-subscription-key").statusCode(401);
        token("demo-client-id", "demo-client-secret", "other-subscription-key").statusCode(401);
        token("demo-client-id", "demo-client-secret", "wrong")
                .statusCode(401)
                .body("statusCode", equalTo(401))
                .body("message", instanceOf(String.class));
        given().post(TOKEN).then().statusCode(401);
        new Api("234567", "demo").keys().post(TOKEN).then().statusCode(401);
    }

    @Test
    @Covers(operation = ApiOperation.ACCESS_TOKEN, rules = "both subscription keys work")
    void one_subscription_key_can_be_renewed_while_the_other_is_in_use() {
        String token = API.token();
        readWith(token, SECOND_KEY).statusCode(404);
        switchKey("primary", false).statusCode(200).body("subscriptionKeysOn", equalTo(List.of("SECONDARY")));
        try {
            readWith(token, "demo-subscription-key").statusCode(401);
            readWith(token, SECOND_KEY).statusCode(404);
            token("demo-client-id", "demo-client-secret", "demo-subscription-key")
                    .statusCode(401);
            token("demo-client-id", "demo-client-secret", SECOND_KEY).statusCode(200);
        } finally {
            switchKey("primary", true).statusCode(200);
        }
        readWith(token, "demo-subscription-key").statusCode(404);
    }

    @Test
    @Covers(
            operation = ApiOperation.GET_PAYMENT,
            statuses = {401, 404})
    void the_word_before_a_token_is_bearer_with_a_capital_b() {
        String token = API.token();
        for (String start : new String[] {"bearer ", "BEARER ", "Bearer", ""}) {
            given().header("Authorization", start + token)
                    .header(SUBSCRIPTION_KEY, "demo-subscription-key")
                    .header("Merchant-Serial-Number", "123456")
                    .get(PAYMENT)
                    .then()
                    .statusCode(401);
        }
        readWith(token, "demo-subscription-key").statusCode(404);
    }

    @Test
    @Covers(
            operation = ApiOperation.ACCOUNTING_TOKEN,
            statuses = 200,
            rules = {"no subscription key", "lasts 15 minutes"})
    void accounting_keys_get_a_token_that_opens_no_payment() {
        String token = miami("demo-accounting-id", "demo-accounting-secret")
                .formParam("grant_type", "client_credentials")
                .post("/miami/v1/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .extract()
                .path("access_token");
        assertThat(token).hasSizeGreaterThan(1000);
        readWith(token, "demo-subscription-key").statusCode(401);
        given().get("/sandbox/v1/accounting-keys")
                .then()
                .statusCode(200)
                .body("[0].clientId", equalTo("demo-accounting-id"))
                .body("[0].msns", hasItems("123456"));
    }

    @Test
    @Covers(
            operation = ApiOperation.ACCOUNTING_TOKEN,
            statuses = {400, 401})
    void sales_units_and_strangers_get_no_accounting_token() {
        miami("demo-client-id", "demo-client-secret")
                .formParam("grant_type", "client_credentials")
                .post("/miami/v1/token")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .post("/miami/v1/token")
                .then()
                .statusCode(401);
        miami("demo-accounting-id", "demo-accounting-secret")
                .formParam("grant_type", "password")
                .post("/miami/v1/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, statuses = 400)
    @Covers(operation = ApiOperation.ACCESS_TOKEN, statuses = 400)
    void software_names_itself_in_thirty_characters() {
        String thirty = "a".repeat(30);
        API.call().header("Vipps-System-Name", thirty).get(PAYMENT).then().statusCode(404);
        String reference = Api.newReference();
        API.json(Bodies.webRedirect(reference))
                .header("Idempotency-Key", Api.newKey())
                .header("Vipps-System-Plugin-Version", thirty + "a")
                .post("/epayment/v1/payments")
                .then()
                .statusCode(400)
                .body("extraDetails[0].name", equalTo("Vipps-System-Plugin-Version"));
        API.get(reference).statusCode(404);
        API.keys().header("Vipps-System-Name", thirty + "a").post(TOKEN).then().statusCode(400);
    }

    private static ValidatableResponse token(String id, String secret, String subscriptionKey) {
        return given().header("client_id", id)
                .header("client_secret", secret)
                .header(SUBSCRIPTION_KEY, subscriptionKey)
                .post(TOKEN)
                .then();
    }

    private static ValidatableResponse readWith(String token, String subscriptionKey) {
        return given().header("Authorization", "Bearer " + token)
                .header(SUBSCRIPTION_KEY, subscriptionKey)
                .header("Merchant-Serial-Number", "123456")
                .get(PAYMENT)
                .then();
    }

    private static ValidatableResponse switchKey(String place, boolean on) {
        return given().contentType(ContentType.JSON)
                .body("{\"on\":" + on + "}")
                .put("/sandbox/v1/merchants/123456/subscription-keys/{place}", place)
                .then();
    }

    private static RequestSpecification miami(String id, String secret) {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return given().contentType(ContentType.URLENC).header("Authorization", "Basic " + pair);
    }
}
