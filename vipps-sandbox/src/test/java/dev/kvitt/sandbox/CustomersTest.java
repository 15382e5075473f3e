package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CustomerSandbox.class)
class CustomersTest {

    private static final Api API = Api.DEMO;
    private static final String EXCHANGE = "/qr/v1/exchange";

    @Test
    void a_number_always_has_the_same_made_up_owner() {
        String first = given().get("/sandbox/v1/customers/4799900001")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(given().get("/sandbox/v1/customers/4799900001").asString()).isEqualTo(first);
        assertThat(given().get("/sandbox/v1/customers/4799900002").asString()).isNotEqualTo(first);
        given().get("/sandbox/v1/customers/12").then().statusCode(400);
    }

    @Test
    void customers_can_be_described_by_configuration_and_changed() {
        Phone.customer(CustomerSandbox.ADA)
                .body("firstName", equalTo("Ada"))
                .body("birthDate", equalTo("1990-05-17"))
                .body("canPay", equalTo(true));
        given().get("/sandbox/v1/customers").then().statusCode(200).body("phone", hasItem(CustomerSandbox.ADA));
        Phone.change("4799900003", "{\"age\":17,\"lastName\":\"Young\"}")
                .statusCode(200)
                .body("age", equalTo(17))
                .body("lastName", equalTo("Young"));
        Phone.change("4799900003", "{\"age\":17,\"birthDate\":\"2000-01-01\"}").statusCode(400);
        given().get("/sandbox/v1/customers").then().body("phone", hasItem("4799900003"));
    }

    @Test
    @Covers(operation = ApiOperation.EXCHANGE_PERSONAL_QR, statuses = 200, rules = "timestamp for version 2.0 only")
    void both_brands_personal_qrs_are_exchanged_for_the_number() {
        String vipps = Phone.personalQr("4799900004", "vipps");
        String mobilePay = Phone.personalQr("4799900004", "mobilePay");
        assertThat(vipps).isEqualTo("https://qr.vipps.no/28/2/01/031/4799900004?v=1");
        assertThat(mobilePay).startsWith("https://qr.vipps.no/p/").doesNotContain("4799900004");

        API.json("{\"qrCode\":\"" + vipps + "\"}")
                .post(EXCHANGE)
                .then()
                .statusCode(200)
                .body("msisdn", equalTo("4799900004"))
                .body("version", equalTo("1.0"))
                .body("timestamp", nullValue());
        API.json("{\"qrCode\":\"" + mobilePay + "\",\"requestedData\":[\"MSISDN\"]}")
                .post(EXCHANGE)
                .then()
                .statusCode(200)
                .body("msisdn", equalTo("4799900004"))
                .body("version", equalTo("2.0"))
                .body("timestamp", not(nullValue()));
    }

    @Test
    @Covers(operation = ApiOperation.EXCHANGE_PERSONAL_QR, statuses = 400, rules = "extraDetails name what is wrong")
    void an_exchange_says_which_field_is_wrong() {
        for (String[] wrong : new String[][] {
            {"{}", "qrCode"},
            {"{\"qrCode\":\"https://qr.vipps.no/p/nobodys\"}", "qrCode"},
            {"{\"qrCode\":\"https://shop.example/4712345678\"}", "qrCode"},
            {"{\"qrCode\":\"https://qr.vipps.no/28/2/01/031/" + CustomerSandbox.NOBODY + "?v=1\"}", "qrCode"},
            {"{\"qrCode\":\"x\",\"requestedData\":[\"EMAIL\"]}", "requestedData"},
            {"{\"qrCode\":\"x\",\"more\":1}", "more"}
        }) {
            API.json(wrong[0])
                    .post(EXCHANGE)
                    .then()
                    .statusCode(400)
                    .body("title", equalTo("Bad request"))
                    .body("status", equalTo(400))
                    .body("extraDetails[0].name", equalTo(wrong[1]))
                    .body("extraDetails[0].reason", not(nullValue()));
        }
    }

    @Test
    @Covers(operation = ApiOperation.EXCHANGE_CUSTOMER, statuses = 200)
    void a_check_in_is_exchanged_for_the_number() {
        API.putQr("exchange-1");
        String token = API.scan("exchange-1");
        API.json(customerExchange(token))
                .post(EXCHANGE + "/customer")
                .then()
                .statusCode(200)
                .body("msisdn", equalTo(Api.CUSTOMER))
                .body("version", nullValue());
        Api.OTHER
                .json(customerExchange(token))
                .post(EXCHANGE + "/customer")
                .then()
                .statusCode(400);
    }

    @Test
    @Covers(operation = ApiOperation.EXCHANGE_CUSTOMER, statuses = 400, rules = "an expired token is refused")
    @Covers(operation = ApiOperation.CREATE, codes = 4060)
    void old_tokens_and_old_codes_are_refused() {
        API.putQr("exchange-2");
        String token = API.scan("exchange-2");
        String qr = Phone.personalQr("4799900005", "mobilePay");
        String paid = Api.newReference();
        API.create(paid, Api.newKey(), Bodies.personalQr(paid, qr)).statusCode(201);
        API.get(paid).body("state", equalTo("CREATED"));

        Phone.letPass("PT16M");
        API.json(customerExchange(token))
                .post(EXCHANGE + "/customer")
                .then()
                .statusCode(400)
                .body("extraDetails[0].name", equalTo("customer.customerToken"));
        API.json("{\"qrCode\":\"" + qr + "\"}").post(EXCHANGE).then().statusCode(400);
        for (String content : new String[] {qr, "https://qr.vipps.no/p/never-shown"}) {
            String reference = Api.newReference();
            API.create(reference, Api.newKey(), Bodies.personalQr(reference, content))
                    .statusCode(400)
                    .body("extraDetails[0].reason", equalTo("4060"));
        }
        API.json("{}")
                .post(EXCHANGE + "/customer")
                .then()
                .statusCode(400)
                .body("extraDetails[0].name", equalTo("customer"));
        API.json("{\"customer\":{\"customerToken\":\"x\"}}")
                .post(EXCHANGE + "/customer")
                .then()
                .statusCode(400)
                .body("extraDetails[0].name", equalTo("requestedData"));
    }

    @Test
    void a_personal_qr_brings_the_payment_to_its_owner() {
        String reference = Api.newReference();
        String qr = Phone.personalQr("4799900006", "vipps");
        API.create(reference, Api.newKey(), Bodies.personalQr(reference, qr)).statusCode(201);
        API.act(reference, "approve")
                .statusCode(200)
                .body("customer", equalTo("4799900006"))
                .body("pspReference", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 7010, statuses = 400)
    void a_push_to_somebody_who_cannot_pay_is_refused_at_once() {
        Phone.change("4799900007", "{\"canPay\":false}").statusCode(200);
        Phone.change("4799900008", "{\"age\":17}").statusCode(200);
        pushRefused("4799900007", "");
        pushRefused(CustomerSandbox.NOBODY, "");
        pushRefused("4799900008", ",\"minimumUserAge\":18");

        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.pushTo(reference, "4799900008", ",\"minimumUserAge\":17"))
                .statusCode(201);
        Phone.change("4799900007", "{\"canPay\":true}").statusCode(200);
    }

    @Test
    void in_other_flows_it_shows_when_the_customer_comes() {
        Phone.change("4799900009", "{\"age\":15}").statusCode(200);
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.extended(reference, ",\"minimumUserAge\":16"))
                .statusCode(201);
        Phone.approve(API, reference, "{\"customer\":\"4799900009\"}")
                .statusCode(409)
                .body("message", startsWith("This customer cannot pay"));
        API.get(reference).body("state", equalTo("CREATED"));
        Phone.approve(API, reference, "{\"customer\":\"" + CustomerSandbox.ADA + "\"}")
                .statusCode(200);
    }

    private static void pushRefused(String phone, String more) {
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.pushTo(reference, phone, more))
                .statusCode(400)
                .body("extraDetails[0].reason", equalTo("7010"));
        API.get(reference).statusCode(404);
    }

    private static String customerExchange(String token) {
        return "{\"customer\":{\"customerToken\":\"" + token + "\"},\"requestedData\":[\"MSISDN\"]}";
    }
}
