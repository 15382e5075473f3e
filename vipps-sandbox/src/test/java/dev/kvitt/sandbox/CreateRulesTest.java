package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a create request may say, and what comes of it. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class CreateRulesTest {

    private static final Api API = Api.DEMO;
    private static final String CODE = "extraDetails[0].reason";

    @AfterEach
    void allIsAgreed() {
        agree("LONG_LIVING", true);
        agree("BANK_ACCOUNT", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"phoneNumber\":\"4712345678\",\"personalQr\":\"https://qr.example/1\"",
                "\"phoneNumber\":\"4712345678\",\"customerToken\":\"dG9rZW4=\"",
                "\"personalQr\":\"https://qr.example/1\",\"customerToken\":\"dG9rZW4=\"",
                ""
            })
    @Covers(operation = ApiOperation.CREATE, rules = "exactly one way to name the customer")
    void a_customer_is_named_in_one_way(String customer) {
        String reference = Api.newReference();
        String named = Bodies.pushTo(reference, Api.CUSTOMER, "");
        String otherwise = named.replaceFirst("\"customer\":\\{[^}]*}", "\"customer\":{" + customer + "}");

        API.create(reference, Api.newKey(), otherwise)
                .statusCode(400)
                .body("extraDetails.name", hasItem(matchesPattern("customer.*")));
        API.get(reference).statusCode(404);
        API.create(reference, Api.newKey(), named).statusCode(201);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            WEB_REDIRECT    | "returnUrl":"https://shop.example/r"     | http.*/landing\\?token=.+
            NATIVE_REDIRECT | "returnUrl":"shop://return"              | vipps://.*token=.+
            QR              | "paymentDescription":"Fanta"             | http.*/qr-image/v1\\?token=.+
            QR              | "qrFormat":{"format":"TEXT/TARGETURL"}   | http.*/landing\\?token=.+
            """)
    @Covers(operation = ApiOperation.CREATE, rules = "redirectUrl by userFlow")
    void the_flow_decides_where_the_customer_is_sent(String flow, String field, String url) {
        String reference = Api.newReference();
        String body = Bodies.byQr(reference, "").replace("\"userFlow\":\"QR\"", "\"userFlow\":\"" + flow + "\"");
        String described = body.replace("\"paymentDescription\":\"Fanta\"", field);

        API.create(reference, Api.newKey(), described).statusCode(201).body("redirectUrl", matchesPattern(url));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "redirectUrl by userFlow")
    void a_push_sends_nobody_anywhere() {
        String reference = Api.newReference();

        API.create(reference, Api.newKey(), Bodies.pushTo(reference, Api.CUSTOMER, ""))
                .statusCode(201)
                .body("", equalTo(Map.of("reference", reference)));
        API.get(reference).body("redirectUrl", nullValue());
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "metadata is kept")
    void five_pairs_of_metadata_come_back_as_they_were() {
        String reference = Api.newReference();
        String longest = "k".repeat(100);
        String metadata = ",\"metadata\":{\"sale\":\"1\",\"b\":\"\",\"c\":\"æøå\",\"d\":\"%s\",\"%s\":\"x\"}"
                .formatted("v".repeat(500), longest);
        API.create(reference, Api.newKey(), Bodies.extended(reference, metadata))
                .statusCode(201);

        API.get(reference)
                .body("metadata", aMapWithSize(5))
                .body("metadata.sale", equalTo("1"))
                .body("metadata.b", equalTo(""))
                .body("metadata.c", equalTo("æøå"))
                .body("metadata.d", equalTo("v".repeat(500)))
                .body("metadata." + longest, equalTo("x"));
        API.get(API.created()).body("metadata", nullValue());
    }

    @ParameterizedTest(name = "{0} after {1} -> {2}")
    @CsvSource({
        "NO,PT10M,6120",
        "NO,PT9M,6120",
        "NO,PT24H1M,6110",
        "NO,PT23H59M,0",
        "NO,PT11M,0",
        "DK,P60DT1M,6110",
        "DK,P59DT23H,0"
    })
    @Covers(
            operation = ApiOperation.CREATE,
            codes = {6110, 6120},
            rules = "expiresAt at most 60 days ahead, 24 hours in Norway")
    void an_own_expiry_is_not_too_soon_and_not_too_late(String market, Duration ahead, int code) {
        Api api = market.equals("NO") ? API : Api.DANISH;
        String currency = market.equals("NO") ? "NOK" : "DKK";
        String reference = Api.newReference();
        Instant expiry = now().plus(ahead);

        var answer = api.create(reference, Api.newKey(), living(reference, currency, expiry));

        if (code == 0) {
            answer.statusCode(201);
        } else {
            answer.statusCode(400).body(CODE, equalTo(String.valueOf(code)));
            api.get(reference).statusCode(404);
        }
    }

    @Test
    @Covers(
            operation = ApiOperation.CREATE,
            codes = 5050,
            statuses = 403,
            rules = "a refused request stays refused under its key")
    void a_long_living_payment_must_be_agreed_and_a_refusal_stays_under_its_key() {
        String reference = Api.newReference();
        String key = Api.newKey();
        String body = living(reference, "NOK", now().plus(Duration.ofHours(2)));
        agree("LONG_LIVING", false);
        API.create(reference, key, body).statusCode(403).body(CODE, equalTo("5050"));
        agree("LONG_LIVING", true);

        API.create(reference, key, body).statusCode(403).body(CODE, equalTo("5050"));
        API.get(reference).statusCode(404);
        API.create(reference, Api.newKey(), body).statusCode(201);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 5060)
    void without_a_verified_bank_account_nothing_is_created() {
        String reference = Api.newReference();
        agree("BANK_ACCOUNT", false);
        API.create(reference, Api.newKey(), Bodies.webRedirect(reference))
                .statusCode(400)
                .body(CODE, equalTo("5060"));
        API.get(reference).statusCode(404);

        agree("BANK_ACCOUNT", true);
        API.create(reference, Api.newKey(), Bodies.webRedirect(reference)).statusCode(201);
    }

    private static String living(String reference, String currency, Instant expiry) {
        String receipt = Bodies.receipt(5000, 4000, 1000).replace("NOK", currency);
        String body = Bodies.byQr(reference, "").strip().replace("NOK", currency);
        return body.substring(0, body.length() - 1) + ",\"expiresAt\":\"" + expiry + "\",\"receipt\":" + receipt + "}";
    }

    private static Instant now() {
        String now = given().get("/sandbox/v1/clock")
                .then()
                .statusCode(200)
                .extract()
                .path("now");
        assertThat(now).isNotBlank();
        return Instant.parse(now);
    }

    private static void agree(String agreement, boolean given) {
        given().contentType(ContentType.JSON)
                .body("{\"" + agreement + "\":" + given + "}")
                .patch("/sandbox/v1/merchants/{msn}/agreements", API.msn())
                .then()
                .statusCode(200);
    }
}
