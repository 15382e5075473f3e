package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class CallbackQrTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(
            operation = ApiOperation.PUT_MOBILEPAY_QR,
            statuses = {200, 400, 409},
            rules = "check-ins carry the beacon id")
    void an_old_mobilepay_code_is_taken_over_by_one_sales_unit() {
        String beacon = "147025836912345";
        takeOver(API, beacon, "Kasse 1").statusCode(200);
        takeOver(API, beacon, "Kasse 2").statusCode(200);
        takeOver(Api.DANISH, beacon, "Kiosk").statusCode(409).body("", equalTo(Map.of("id", beacon)));
        takeOver(API, beacon, "x".repeat(37)).statusCode(400);

        String content = "mobilepaypos://pos?id=" + beacon + "&source=qr";
        API.call()
                .get("/qr/v1/merchant-callback/{id}", beacon)
                .then()
                .body("locationDescription", equalTo("Kasse 2"))
                .body("qrContent", equalTo(content));
        scan(content).statusCode(200).body("merchantQrId", equalTo(beacon));

        API.call().delete("/qr/v1/merchant-callback/{id}", beacon).then().statusCode(200);
        takeOver(Api.DANISH, beacon, "Kiosk").statusCode(200);
        scan(content).statusCode(200).body("msn", equalTo(Api.DANISH.msn()));
    }

    @Test
    void an_old_code_cannot_take_the_id_of_a_new_one() {
        String id = API.newCallbackQr();

        takeOver(API, id, "Kasse 1").statusCode(409);
        API.call().get("/qr/v1/merchant-callback/{id}", id).then().body("locationDescription", equalTo("Machine 1"));
        takeOver(Api.DANISH, id, "Kasse 1").statusCode(200);
    }

    @Test
    @Covers(operation = ApiOperation.PUT_CALLBACK_QR, statuses = 400, rules = "unknown fields are refused")
    void unknown_fields_are_refused_and_category_is_one() {
        put("{\"locationDescription\":\"Kiosk\",\"colour\":\"red\"}")
                .statusCode(400)
                .body("invalidParams.name", contains("Colour"));
        put("{\"locationDescription\":\"Kiosk\",\"category\":\"VENDING\"}")
                .statusCode(400)
                .body("invalidParams.name", contains("Category"));
        put("{}").statusCode(400).body("invalidParams.name", contains("LocationDescription"));
    }

    @Test
    void what_no_code_says_cannot_be_scanned() {
        scan("https://example.com/").statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("msn", API.msn(), "customer", Api.CUSTOMER))
                .post("/sandbox/v1/scan")
                .then()
                .statusCode(400);
    }

    @Test
    void the_control_api_lists_every_printed_code() {
        String callback = API.newCallbackQr();
        String redirect = RedirectCodes.create("https://example.com/menu");

        var listed = given().queryParam("msn", API.msn())
                .get("/sandbox/v1/qr")
                .then()
                .statusCode(200)
                .body("id", hasItems(callback, redirect));
        listed.body(
                "findAll { it.id == '" + callback + "' || it.id == '" + redirect + "' }.kind",
                containsInAnyOrder("CALLBACK", "REDIRECT"));
        String image = listed.extract().path("find { it.id == '" + redirect + "' }.qrImageUrl");
        String content = listed.extract().path("find { it.id == '" + redirect + "' }.qrContent");
        assertThat(Picture.read(Picture.svg(Picture.fetch(image), 400))).isEqualTo(content);
    }

    private static ValidatableResponse put(String body) {
        return API.json(body).put("/qr/v1/merchant-callback/refused").then();
    }

    private static ValidatableResponse takeOver(Api api, String beaconId, String location) {
        return api.json("{\"locationDescription\":\"" + location + "\"}")
                .put("/qr/v1/merchant-callback/mobilepay/{id}", beaconId)
                .then();
    }

    private static ValidatableResponse scan(String content) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("qrContent", content, "customer", Api.CUSTOMER))
                .post("/sandbox/v1/scan")
                .then();
    }
}
