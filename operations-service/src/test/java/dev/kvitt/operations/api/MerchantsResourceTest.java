package dev.kvitt.operations.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.VippsWebhooks;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sells, and whether Vipps agrees. */
@OperationsTest
class MerchantsResourceTest {

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vipps;

    private VippsWebhooks server;

    @BeforeEach
    void beVipps() {
        server = new VippsWebhooks(vipps);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_registry_is_told_without_its_keys() {
        given().get("/api/merchants")
                .then()
                .statusCode(200)
                .body("items.msn", contains("123456"))
                .body("items[0].merchant", equalTo("Brus AS"))
                .body("items[0].market", equalTo("NO"))
                .body("items[0].currency", equalTo("NOK"))
                .body("items[0].off", equalTo(false))
                .body("items[0].shops", hasSize(0))
                .body("next", nullValue())
                .body(not(containsString("key")));
        given().get("/api/merchants?after=123456").then().body("items", hasSize(0));
    }

    @Test
    void registrations_are_those_that_vipps_has() {
        server.registeredForAll();

        given().get("/api/registrations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].msn", equalTo("123456"))
                .body("items[0].id", equalTo("w-1"))
                .body("items[0].url", equalTo("https://hooks.example/vipps/123456"))
                .body("items[0].events", hasSize(8));
        given().get("/api/merchants/check")
                .then()
                .body("items[0].token", equalTo("ok"))
                .body("items[0].webhooks", equalTo("ok"))
                // Whether sales of other tests are there already is not for this one to say.
                .body("items[0].currency", oneOf("ok", "not-seen"))
                .body("items[0].met", equalTo(true));
    }

    @Test
    void a_unit_of_which_nobody_hears_is_told() {
        server.registered("created");

        given().get("/api/merchants/check?msn=123456")
                .then()
                .body("items[0].webhooks", containsString("nobody is told of epayments.payment.aborted.v1"))
                .body("items[0].met", equalTo(false));
    }

    @Test
    void a_vipps_that_does_not_answer_is_no_answer() {
        server.close();

        given().get("/api/registrations")
                .then()
                .statusCode(200)
                .body("items[0].problem", containsString("did not answer"));
        given().get("/api/merchants/check")
                .then()
                .body("items[0].token", containsString("not known"))
                .body("items[0].met", equalTo(false));
    }
}
