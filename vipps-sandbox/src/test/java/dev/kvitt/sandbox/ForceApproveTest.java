package dev.kvitt.sandbox;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CustomerSandbox.class)
class ForceApproveTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(operation = ApiOperation.FORCE_APPROVE, statuses = 200, rules = "by phone number or landing token")
    void it_answers_nothing_and_the_payment_is_authorized() {
        String reference = API.created();
        byPhone(reference, CustomerSandbox.ADA).statusCode(200).body(emptyString());
        API.get(reference).body("state", equalTo("AUTHORIZED"));

        String other = Api.newReference();
        String url = API.create(other, Api.newKey(), Bodies.webRedirect(other))
                .extract()
                .path("redirectUrl");
        force(other, "{\"token\":\"" + url.substring(url.indexOf("token=") + 6) + "\"}")
                .statusCode(200);
    }

    @Test
    @Covers(
            operation = ApiOperation.FORCE_APPROVE,
            statuses = 400,
            codes = {6230, 10010},
            rules = "only while the payment waits")
    void a_payment_that_does_not_wait_cannot_be_approved() {
        String authorized = API.authorized();
        refused(byPhone(authorized, CustomerSandbox.ADA), 6230);
        String rejected = API.created();
        API.act(rejected, "reject").statusCode(200);
        refused(byPhone(rejected, CustomerSandbox.ADA), 10010);
        refused(force(API.created(), "{\"token\":\"wrong\"}"), 10010);
    }

    @Test
    @Covers(operation = ApiOperation.FORCE_APPROVE, statuses = 404, codes = 5090, rules = "unknown fields are refused")
    void a_wrong_request_changes_nothing() {
        byPhone("no-such-payment", CustomerSandbox.ADA).statusCode(404).body("extraDetails[0].reason", equalTo("5090"));
        String reference = API.created();
        for (String body : new String[] {
            "{}",
            "{\"customer\":{\"phoneNumber\":\"4712345678\"},\"token\":\"x\"}",
            "{\"customer\":{\"personalQr\":\"https://qr.vipps.no/x\"}}",
            "{\"customer\":{}}",
            "{\"phoneNumber\":\"4712345678\"}"
        }) {
            force(reference, body).statusCode(400);
        }
        refused(byPhone(reference, "12"), 4070);
        API.get(reference).body("state", equalTo("CREATED"));
    }

    @Test
    @Covers(
            operation = ApiOperation.FORCE_APPROVE,
            codes = {10020, 10030, 10040, 10050, 10070})
    void the_customers_standing_decides() {
        String reference = API.created();
        String phone = "4790000020";
        Object[][] refusals = {
            {"NEW", 10020},
            {"NOT_IDENTIFIED", 10030},
            {"INVALID_SOURCE", 10040},
            {"NO_CARDS", 10050},
            {"OVER_LIMIT", 10070},
            {"CANNOT_PAY", 7010}
        };
        for (Object[] each : refusals) {
            Phone.change(phone, "{\"standing\":\"" + each[0] + "\"}").statusCode(200);
            refused(byPhone(reference, phone), (int) each[1]);
        }
        Phone.change(phone, "{\"standing\":\"GOOD\"}").statusCode(200);
        byPhone(reference, phone).statusCode(200);
    }

    @Test
    void after_one_approval_by_hand_it_works_for_a_new_customer() {
        String phone = "4790000021";
        Phone.change(phone, "{\"standing\":\"NEW\"}").statusCode(200);
        Phone.approve(API, API.created(), "{\"customer\":\"" + phone + "\"}").statusCode(200);
        byPhone(API.created(), phone).statusCode(200);
    }

    @Test
    void it_is_not_allowed_for_another_than_the_payments_own_customer() {
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.pushTo(reference, CustomerSandbox.ADA, ""))
                .statusCode(201);
        refused(byPhone(reference, "4790000022"), 10020);
        byPhone(reference, CustomerSandbox.ADA).statusCode(200);
    }

    @Test
    @Covers(operation = ApiOperation.FORCE_APPROVE, codes = 10060)
    void express_is_for_people_only() {
        String reference = Api.newReference();
        API.create(
                        reference,
                        Api.newKey(),
                        Bodies.extended(
                                reference,
                                """
                                ,"profile":{"scope":"name address email phoneNumber"},
                                "shipping":{"fixedOptions":[{"id":"post","price":{"value":4900}}]}"""))
                .statusCode(201);
        refused(byPhone(reference, CustomerSandbox.ADA), 10060);
        API.get(reference).body("state", equalTo("CREATED"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, rules = "special amounts force a result")
    void a_special_amount_fails_by_hand_and_by_force() {
        String reference = special(182);
        refused(byPhone(reference, CustomerSandbox.ADA), 10010);
        Phone.approve(API, reference, "{}").statusCode(200).body("state", equalTo("CREATED"));
        API.events(reference)
                .body("name", contains("CREATED", "AUTHORIZED", "AUTHORIZED"))
                .body("success", contains(true, false, false));
        API.get(reference).body("state", equalTo("CREATED")).body("captureGuaranteedUntil", nullValue());
        API.cancel(reference, false).statusCode(200).body("state", equalTo("TERMINATED"));
    }

    @Test
    void an_unknown_result_hangs_for_an_hour() {
        String reference = special(201);
        byPhone(reference, CustomerSandbox.ADA).statusCode(200);
        API.get(reference).body("state", equalTo("CREATED"));
        API.cancel(reference, false).statusCode(400).body("extraDetails[0].reason", equalTo("6250"));
        Phone.letPass("PT59M");
        API.get(reference).body("state", equalTo("CREATED"));
        Phone.letPass("PT2M");
        API.get(reference).body("state", equalTo("EXPIRED"));
    }

    private static String special(long amount) {
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.webRedirect(reference, amount, "NOK"))
                .statusCode(201);
        return reference;
    }

    private static void refused(ValidatableResponse response, int code) {
        response.statusCode(400)
                .contentType("application/problem+json")
                .body("extraDetails[0].reason", equalTo(String.valueOf(code)))
                .body("traceId", not(nullValue()));
    }

    private static ValidatableResponse byPhone(String reference, String phone) {
        return force(reference, "{\"customer\":{\"phoneNumber\":\"" + phone + "\"}}");
    }

    private static ValidatableResponse force(String reference, String body) {
        return API.json(body)
                .post("/epayment/v1/test/payments/{reference}/approve", reference)
                .then();
    }
}
