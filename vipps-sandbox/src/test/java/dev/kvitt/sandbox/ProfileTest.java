package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CustomerSandbox.class)
class ProfileTest {

    private static final Api API = Api.DEMO;
    private static final String USERINFO = "/vipps-userinfo-api/userinfo/{sub}";
    private static final String EVERYTHING = "name address email phoneNumber birthDate nin";

    @Test
    @Covers(operation = ApiOperation.GET_PAYMENT, rules = "userDetails and profile.sub with consent")
    void a_merchant_sees_what_it_asked_for_and_the_sub_a_moment_later() {
        String reference = shared(API, "phoneNumber name", CustomerSandbox.ADA);
        API.get(reference)
                .body("profile", aMapWithSize(0))
                .body(
                        "userDetails",
                        equalTo(Map.of(
                                "firstName", "Ada", "lastName", "Lovelace", "mobileNumber", CustomerSandbox.ADA)));
        Phone.letPass("PT2S");
        API.get(reference).body("profile.sub", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void nobody_is_asked_so_nothing_is_seen() {
        String reference = API.created();
        Phone.approve(API, reference, "{\"customer\":\"" + CustomerSandbox.ADA + "\",\"consent\":true}")
                .statusCode(200);
        Phone.letPass("PT2S");
        API.get(reference).body("profile", aMapWithSize(0)).body("userDetails", nullValue());
    }

    @Test
    void without_consent_the_payment_is_aborted() {
        String reference = asking(API, "email");
        Phone.approve(API, reference, "{\"customer\":\"" + CustomerSandbox.ADA + "\",\"consent\":false}")
                .statusCode(200)
                .body("state", equalTo("ABORTED"));
        API.get(reference).body("state", equalTo("ABORTED")).body("userDetails", nullValue());
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK)
    void the_authorized_webhook_carries_it_at_once() {
        try (Receiver receiver = Receiver.start()) {
            String id = API.register(receiver.url("/hook"), "epayments.payment.authorized.v1")
                    .statusCode(201)
                    .extract()
                    .path("id");
            String reference = shared(API, "email address", CustomerSandbox.ADA);
            JsonPath body = receiver.next().json();
            API.call().delete("/webhooks/v1/webhooks/{id}", id).then().statusCode(204);
            assertThat(body.getString("reference")).isEqualTo(reference);
            assertThat(body.getString("userDetails.email")).isEqualTo("ada@example.com");
            assertThat(body.getString("userDetails.addresses[0].postal_code")).isEqualTo("0154");
            assertThat(body.<Object>get("userDetails.mobileNumber")).isNull();
            assertThat(body.getString("profile.sub")).isEqualTo(sub(API, reference));
        }
    }

    @Test
    @Covers(operation = ApiOperation.USERINFO, statuses = 200, rules = "only what was consented to")
    void userinfo_tells_all_that_was_shared_as_it_is_now() {
        String phone = "4790000010";
        Phone.change(phone, "{\"firstName\":\"Before\",\"lastName\":\"Berg\",\"birthDate\":\"1985-01-31\"}");
        String sub = sub(API, shared(API, EVERYTHING, phone));
        Phone.change(phone, "{\"firstName\":\"After\"}").statusCode(200);
        userinfo(API, sub)
                .statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("sub", equalTo(sub))
                .body("sid", not(nullValue()))
                .body("name", equalTo("After Berg"))
                .body("given_name", equalTo("After"))
                .body("family_name", equalTo("Berg"))
                .body("email", equalTo(Phone.customer(phone).extract().<String>path("email")))
                .body("email_verified", equalTo(true))
                .body("phone_number", equalTo(phone))
                .body("birthdate", equalTo("1985-01-31"))
                .body("address.default", equalTo(true))
                .body("address.country", equalTo("NO"))
                .body("other_addresses[0].address_type", equalTo("work"))
                .body("nin", matchesPattern("318185\\d{5}"));

        String narrow = sub(API, shared(API, "birthDate", "4790000011"));
        userinfo(API, narrow).statusCode(200).body("", aMapWithSize(3)).body("birthdate", not(nullValue()));
    }

    @Test
    @Covers(
            operation = ApiOperation.USERINFO,
            statuses = {400, 403, 404},
            rules = "sub is per customer and sales unit")
    void a_sub_belongs_to_one_customer_at_one_sales_unit() {
        String phone = "4790000012";
        String here = sub(API, shared(API, "email", phone));
        String again = sub(API, shared(API, "phoneNumber", phone));
        String there = sub(Api.OTHER, shared(Api.OTHER, "email", phone));
        assertThat(again).isEqualTo(here).isNotEqualTo(there);

        userinfo(API, here).statusCode(200).body("email", not(nullValue())).body("phone_number", equalTo(phone));
        userinfo(Api.OTHER, here).statusCode(403).body("status", equalTo("403"));
        userinfo(API, "c06c4afe-0000-4c5d-939a-177d752a0944").statusCode(404).body("title", equalTo("Not Found"));
        userinfo(API, "nobody").statusCode(400);
    }

    @Test
    @Covers(operation = ApiOperation.USERINFO, statuses = 401)
    void userinfo_needs_a_token_and_by_default_no_subscription_key() {
        String sub = sub(API, shared(API, "email", CustomerSandbox.ADA));
        String token = API.token();
        given().get(USERINFO, sub).then().statusCode(401);
        given().header("Authorization", "Bearer " + token)
                .get(USERINFO, sub)
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + token)
                .header("Merchant-Serial-Number", Api.OTHER.msn())
                .get(USERINFO, sub)
                .then()
                .statusCode(401);
        assertThat(given().get("/sandbox/v1/journal?limit=10000").asString())
                .contains("/vipps-userinfo-api/userinfo/")
                .doesNotContain(sub)
                .doesNotContain(CustomerSandbox.ADA)
                .doesNotContain("Lovelace");
    }

    @Test
    @Covers(operation = ApiOperation.USERINFO, rules = "168 hours")
    void what_was_shared_is_over_after_168_hours() {
        String reference = shared(API, "email", "4790000013");
        String sub = sub(API, reference);
        Phone.letPass("PT167H");
        userinfo(API, sub).statusCode(200);
        Phone.letPass("PT1H");
        userinfo(API, sub).statusCode(404);
        API.get(reference).statusCode(200).body("profile", aMapWithSize(0)).body("userDetails", nullValue());
    }

    private static String asking(Api api, String scope) {
        String reference = Api.newReference();
        api.create(reference, Api.newKey(), Bodies.extended(reference, ",\"profile\":{\"scope\":\"" + scope + "\"}"))
                .statusCode(201);
        return reference;
    }

    private static String shared(Api api, String scope, String phone) {
        String reference = asking(api, scope);
        Phone.approve(api, reference, "{\"customer\":\"" + phone + "\",\"consent\":true}")
                .statusCode(200)
                .body("state", equalTo("AUTHORIZED"));
        return reference;
    }

    private static String sub(Api api, String reference) {
        Phone.letPass("PT2S");
        return api.get(reference).extract().path("profile.sub");
    }

    private static ValidatableResponse userinfo(Api api, String sub) {
        return api.call().get(USERINFO, sub).then();
    }
}
