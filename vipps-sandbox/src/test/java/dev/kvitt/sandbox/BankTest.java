package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What banks do, and what Vipps agrees with merchants, while the sandbox runs. */
@QuarkusTest
@TestProfile(CustomerSandbox.class)
class BankTest {

    private static final Api API = Api.DEMO;
    private static final String CODE = "extraDetails[0].reason";

    @Test
    @Covers(operation = ApiOperation.CANCEL, codes = 6250)
    void a_payment_the_bank_is_busy_with_cannot_be_cancelled() {
        String reference = API.created();
        API.act(reference, "open").statusCode(200).body("customer", equalTo(Api.CUSTOMER));
        API.act(reference, "begin-processing").statusCode(200).body("bank", equalTo("PROCESSING"));
        API.cancel(reference, false).statusCode(400).body(CODE, equalTo("6250"));
        API.act(reference, "end-processing").statusCode(200).body("bank", equalTo("READY"));
        API.cancel(reference, false).statusCode(200).body("state", equalTo("TERMINATED"));
        API.act(reference, "open").statusCode(409);
        API.act(reference, "begin-processing").statusCode(409);
    }

    @Test
    @Covers(
            operation = ApiOperation.CAPTURE,
            codes = {6260, 6280})
    void a_bank_can_give_the_money_up_or_be_out_of_reach() {
        String reference = API.authorized();
        String key = Api.newKey();
        API.act(reference, "fail-captures").statusCode(200);
        API.capture(reference, key, 1000).statusCode(400).body(CODE, equalTo("6280"));
        API.act(reference, "mend-captures").statusCode(200);
        API.capture(reference, key, 1000).statusCode(200);
        API.act(reference, "release-funds").statusCode(200);
        API.capture(reference, Api.newKey(), 1000).statusCode(400).body(CODE, equalTo("6260"));
        API.get(reference).body("aggregate.capturedAmount.value", equalTo(1000));
        API.act(API.created(), "release-funds").statusCode(409);
    }

    @Test
    @Covers(
            operation = ApiOperation.REFUND,
            codes = {5100, 6220},
            rules = "special amounts force a result")
    void refunds_of_123_and_124_are_refused() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 5000).statusCode(200);
        API.refund(reference, Api.newKey(), 123).statusCode(400).body(CODE, equalTo("5100"));
        API.refund(reference, Api.newKey(), 124).statusCode(400).body(CODE, equalTo("6220"));
        API.refund(reference, Api.newKey(), 125).statusCode(200);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 5080, statuses = 403)
    @Covers(operation = ApiOperation.CAPTURE, codes = 6140)
    @Covers(operation = ApiOperation.REFUND, codes = 5100)
    void what_is_agreed_can_change_at_any_time() {
        String reference = Api.OTHER.authorized();
        agree(Api.OTHER, "PARTIAL_CAPTURE", false);
        Api.OTHER.capture(reference, Api.newKey(), 1000).statusCode(400).body(CODE, equalTo("6140"));
        agree(Api.OTHER, "PARTIAL_CAPTURE", true);
        Api.OTHER.capture(reference, Api.newKey(), 1000).statusCode(200);

        agree(Api.OTHER, "REFUND", false);
        Api.OTHER.refund(reference, Api.newKey(), 100).statusCode(400).body(CODE, equalTo("5100"));
        agree(Api.OTHER, "REFUND", true);
        Api.OTHER.refund(reference, Api.newKey(), 100).statusCode(200);

        agree(Api.OTHER, "PUSH_MESSAGE", false).body("agreements", not(hasItem("PUSH_MESSAGE")));
        String push = Api.newReference();
        Api.OTHER
                .create(push, Api.newKey(), Bodies.pushTo(push, CustomerSandbox.ADA, ""))
                .statusCode(403)
                .body(CODE, equalTo("5080"));
        agree(Api.OTHER, "PUSH_MESSAGE", true).body("agreements", hasItem("PUSH_MESSAGE"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .patch("/sandbox/v1/merchants/{msn}/agreements", Api.OTHER.msn())
                .then()
                .statusCode(400);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 5040)
    void danish_and_finnish_merchants_take_their_own_money() {
        for (Api api : new Api[] {Api.DANISH, CustomerSandbox.FINNISH}) {
            String currency = api.equals(Api.DANISH) ? "DKK" : "EUR";
            String reference = Api.newReference();
            api.create(reference, Api.newKey(), Bodies.webRedirect(reference, 5000, currency))
                    .statusCode(201);
            Phone.approve(api, reference, "{\"customer\":\"358401234567\"}")
                    .statusCode(200)
                    .body("amount.currency", equalTo(currency));
            String wrong = Api.newReference();
            api.create(wrong, Api.newKey(), Bodies.webRedirect(wrong, 5000, "NOK"))
                    .statusCode(400)
                    .body(CODE, equalTo("5040"));
        }
    }

    @Test
    @Covers(operation = ApiOperation.GET_PAYMENT, rules = "pspReference is that of the CREATED event")
    @Covers(operation = ApiOperation.EVENT_LOG, rules = "each event has its own pspReference")
    void answers_carry_the_payments_psp_reference_and_events_their_own() {
        String reference = API.authorized();
        String created = API.get(reference).extract().path("pspReference");
        API.capture(reference, Api.newKey(), 3000).body("pspReference", equalTo(created));
        API.refund(reference, Api.newKey(), 1000).body("pspReference", equalTo(created));
        API.cancel(reference, false).body("pspReference", equalTo(created));
        var events = API.events(reference).extract().jsonPath().getList("pspReference", String.class);
        assertThat(events).hasSize(5).doesNotHaveDuplicates().startsWith(created);
    }

    private static ValidatableResponse agree(Api api, String agreement, boolean given) {
        return given().contentType(ContentType.JSON)
                .body("{\"" + agreement + "\":" + given + "}")
                .patch("/sandbox/v1/merchants/{msn}/agreements", api.msn())
                .then()
                .statusCode(200);
    }
}
