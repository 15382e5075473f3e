package dev.kvitt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class RedirectQrTest {

    private static final String PAGE = "https://example.com/menu";
    private static final String OTHER_PAGE = "https://example.com/drinks";

    @Test
    @Covers(
            operation = ApiOperation.UPDATE_REDIRECT_QR,
            statuses = {200, 400, 404},
            rules = "same image, new target at once")
    void a_new_target_works_at_once_and_the_print_stays() {
        String id = RedirectCodes.create(PAGE);
        String image = RedirectCodes.get(id, "image/png", null).extract().path("url");
        String printed = RedirectCodes.get(id, "text/targetUrl", null).extract().path("url");

        RedirectCodes.put(id, Map.of("redirectUrl", OTHER_PAGE))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("url", equalTo(image))
                .body("redirectUrl", equalTo(OTHER_PAGE))
                .body("expiresIn", equalTo(-1));
        Picture.fetch(printed).then().statusCode(302).header("Location", OTHER_PAGE);

        // As in the guide; the specification does not have the id here.
        unnamed()
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "redirectUrl", PAGE))
                .put(RedirectCodes.ONE, id)
                .then()
                .statusCode(200)
                .body("redirectUrl", equalTo(PAGE));
        RedirectCodes.put(id, Map.of("redirectUrl", "http://example.com"))
                .statusCode(400)
                .body("invalidParams.name", contains("RedirectUrl"));
        RedirectCodes.put(RedirectCodes.newId(), Map.of("redirectUrl", PAGE)).statusCode(404);
    }

    @Test
    @Covers(
            operation = ApiOperation.DELETE_REDIRECT_QR,
            statuses = {200, 404},
            rules = "the printed code is dead for ever")
    @Covers(
            operation = ApiOperation.GET_REDIRECT_QR,
            statuses = {200, 404})
    void a_deleted_print_is_dead_even_when_its_id_lives_again() {
        String id = RedirectCodes.create(PAGE);
        String image = RedirectCodes.get(id, "image/png", null).extract().path("url");
        String printed = RedirectCodes.get(id, "text/targetUrl", null).extract().path("url");

        RedirectCodes.delete(id).statusCode(200);
        RedirectCodes.delete(id).statusCode(404);
        RedirectCodes.get(id, "image/png", null).statusCode(404).body("title", equalTo("Not Found"));
        String fresh = RedirectCodes.post(Map.of("id", id, "redirectUrl", PAGE))
                .statusCode(200)
                .extract()
                .path("url");

        assertThat(fresh).isNotEqualTo(image);
        Picture.fetch(fresh).then().statusCode(200);
        Picture.fetch(image).then().statusCode(404);
        Picture.fetch(printed).then().statusCode(404);
    }

    @Test
    @Covers(operation = ApiOperation.CREATE_REDIRECT_QR, statuses = 409)
    @Covers(operation = ApiOperation.LIST_REDIRECT_QRS, statuses = 200)
    void an_id_names_one_code_of_one_merchant() {
        String id = RedirectCodes.create(PAGE);

        RedirectCodes.post(Map.of("id", id, "redirectUrl", OTHER_PAGE))
                .statusCode(409)
                .body("", equalTo(Map.of("id", id)));
        RedirectCodes.get(id, "image/png", null).body("redirectUrl", equalTo(PAGE));
        list(Api.DEMO).body("id", hasItem(id));
        list(Api.OTHER).body("id", not(hasItem(id)));
    }

    @Test
    @Covers(
            operation = ApiOperation.CREATE_REDIRECT_QR,
            statuses = 400,
            rules = "id, redirectUrl and ttl in their patterns")
    void what_is_out_of_its_pattern_is_named() {
        RedirectCodes.post(Map.of("id", "a/b", "redirectUrl", "http://example.com", "ttl", 299))
                .statusCode(400)
                .body("title", equalTo("One or more validation errors occurred."))
                .body("detail", equalTo("BadRequest"))
                .body("invalidParams.name", contains("Id", "RedirectUrl", "Ttl"))
                .body(
                        "invalidParams[1].reason",
                        equalTo("The field RedirectUrl must match the regular expression "
                                + "'^https:\\/\\/[\\w\\.]+([\\w#!:.?+=&%@\\-\\/]+)?$'."));
        RedirectCodes.post(Map.of("id", RedirectCodes.newId(), "redirectUrl", PAGE, "colour", "red"))
                .statusCode(400)
                .body("invalidParams.name", contains("Colour"));
    }

    @Test
    @Covers(
            operation = ApiOperation.CREATE_REDIRECT_QR,
            statuses = {400, 415},
            rules = "format by Accept and Size")
    @Covers(operation = ApiOperation.GET_REDIRECT_QR, statuses = 415)
    @Covers(operation = ApiOperation.UPDATE_REDIRECT_QR, statuses = 415)
    void the_accept_header_must_name_a_documented_format() {
        String id = RedirectCodes.create(PAGE);
        for (String accept : List.of("application/json", "image/gif")) {
            RedirectCodes.get(id, accept, null)
                    .statusCode(415)
                    .contentType(ContentType.JSON)
                    .body("title", equalTo("Unsupported Media Type"));
            Api.DEMO
                    .json("{\"redirectUrl\":\"" + OTHER_PAGE + "\"}")
                    .accept(accept)
                    .put(RedirectCodes.ONE, id)
                    .then()
                    .statusCode(415);
            Api.DEMO
                    .json("{\"id\":\"unmade\",\"redirectUrl\":\"" + PAGE + "\"}")
                    .accept(accept)
                    .post(RedirectCodes.PATH)
                    .then()
                    .statusCode(415);
        }
        Api.DEMO
                .json("{\"id\":\"unmade\",\"redirectUrl\":\"" + PAGE + "\"}")
                .accept("image/png")
                .header("Size", 2001)
                .post(RedirectCodes.PATH)
                .then()
                .statusCode(400)
                .body("invalidParams.name", contains("Size"));
        RedirectCodes.get(id, "image/png", null).body("redirectUrl", equalTo(PAGE));
        RedirectCodes.get("unmade", "image/png", null).statusCode(404);
        String url = RedirectCodes.get(id, "*/*", null).extract().path("url");
        Picture.fetch(url).then().statusCode(200).contentType("image/svg+xml");
    }

    @Test
    void a_code_with_a_time_to_live_is_gone_after_it() {
        String id = RedirectCodes.newId();
        var created = RedirectCodes.post(Map.of("id", id, "redirectUrl", PAGE, "ttl", 300))
                .statusCode(200);
        String image = created.extract().path("url");
        assertThat(created.extract().<Integer>path("expiresIn")).isBetween(1, 300);

        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"advance\":\"PT5M\"}")
                .post("/sandbox/v1/clock")
                .then()
                .statusCode(200);
        RedirectCodes.get(id, "image/png", null).statusCode(404);
        RedirectCodes.put(id, Map.of("redirectUrl", OTHER_PAGE)).statusCode(404);
        Picture.fetch(image).then().statusCode(404);
        RedirectCodes.post(Map.of("id", id, "redirectUrl", PAGE)).statusCode(200);
    }

    @Test
    void the_sales_unit_need_not_be_named() {
        unnamed().get(RedirectCodes.PATH + "/").then().statusCode(200);
    }

    /** The token says whose call it is. */
    private static RequestSpecification unnamed() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Api.DEMO.token())
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .accept("image/*");
    }

    private static ValidatableResponse list(Api api) {
        return api.call().accept("image/*").get(RedirectCodes.PATH).then().statusCode(200);
    }
}
