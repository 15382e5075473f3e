package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Links and pictures on orders. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class CategoriesTest {

    private static final Api API = Api.DEMO;
    private static final String CATEGORIES = "/order-management/v3/categories";
    private static final String ONE = CATEGORIES + "/{id}";
    private static final String IMAGES = "/order-management/v1/images";
    private static final String PAGE = "https://example.com/orders/1";
    private static final int MEGABYTES_2 = 2 * 1024 * 1024;

    @Test
    @Covers(
            operation = ApiOperation.PUT_CATEGORY,
            statuses = 200,
            rules = {"the last one wins", "six categories"})
    @Covers(operation = ApiOperation.GET_ORDER, statuses = 200)
    void of_an_orders_categories_the_last_one_put_wins() {
        String order = Api.newReference();
        String first = null;
        for (String type : List.of("GENERAL", "RECEIPT", "ORDER_CONFIRMATION", "DELIVERY", "TICKET", "BOOKING")) {
            String id = put(order, type, PAGE + type).statusCode(200).extract().as(String.class);
            first = first == null ? id : first;
            assertThat(UUID.fromString(id)).hasToString(first);
        }
        API.call()
                .get("/order-management/v2/ECOM/{order}", order)
                .then()
                .statusCode(200)
                .body("category.category", equalTo("BOOKING"))
                .body("category.orderDetailsUrl", equalTo(PAGE + "BOOKING"))
                .body("category.imageId", nullValue())
                .body("receipt", nullValue());
        list(order).body("categories.categoryId", contains(first));
    }

    @Test
    @Covers(operation = ApiOperation.PUT_CATEGORY, statuses = 400, rules = "an image must exist")
    void a_category_needs_a_known_type_a_url_and_an_image_that_is_there() {
        String order = Api.newReference();
        put(order, "SALE", "example.com")
                .statusCode(400)
                .body("invalidParams.name", contains("Category", "OrderDetailsUrl"));
        String body =
                "{\"category\":\"TICKET\",\"orderDetailsUrl\":\"" + PAGE + "\",\"imageId\":\"socks-" + order + "\"}";
        API.json(body)
                .put("/order-management/v2/ecom/categories/{order}", order)
                .then()
                .statusCode(400)
                .body("invalidParams.name", contains("ImageId"));

        image("socks-" + order, Images.file("jpg", 300, 300)).statusCode(200);
        API.json(body)
                .put("/order-management/v2/ecom/categories/{order}", order)
                .then()
                .statusCode(200);
        given().queryParam("orderId", order)
                .get("/sandbox/v1/categories")
                .then()
                .body("type", contains("TICKET"))
                .body("imageId", contains("socks-" + order));
    }

    @Test
    void a_payment_type_is_ecom_or_recurring() {
        for (String type : List.of("PSP", "e-com")) {
            API.json("{\"category\":\"TICKET\",\"orderDetailsUrl\":\"" + PAGE + "\"}")
                    .put("/order-management/v2/{type}/categories/order-1", type)
                    .then()
                    .statusCode(400)
                    .body("invalidParams.name", contains("PaymentType"));
        }
    }

    @Test
    @Covers(operation = ApiOperation.ADD_CATEGORY, statuses = 201, rules = "several categories per order")
    @Covers(operation = ApiOperation.LIST_CATEGORIES, statuses = 200)
    @Covers(
            operation = ApiOperation.GET_CATEGORY,
            statuses = {200, 400, 404})
    @Covers(
            operation = ApiOperation.DELETE_CATEGORY,
            statuses = {200, 404})
    void an_order_has_any_number_of_categories_each_with_an_id() {
        String order = Api.newReference();
        String ticket = added(order, "TICKET");
        String receipt = added(order, "RECEIPT");
        list(order)
                .body("categories.categoryId", contains(ticket, receipt))
                .body("categories.type", contains("TICKET", "RECEIPT"))
                .body("categories.paymentType", contains("ECOM", "ECOM"));
        API.call()
                .get(ONE, ticket)
                .then()
                .statusCode(200)
                .body("orderId", equalTo(order))
                .body("url", equalTo(PAGE));
        API.call().get("/order-management/v2/ecom/" + order).then().body("category.category", equalTo("RECEIPT"));

        API.call().delete(ONE, receipt).then().statusCode(200);
        API.call().delete(ONE, receipt).then().statusCode(404);
        API.call().get(ONE, receipt).then().statusCode(404).body("title", equalTo("Not Found"));
        API.call().delete(ONE, "1").then().statusCode(404);
        API.call().get(ONE, "1").then().statusCode(400);
        list(order).body("categories.categoryId", contains(ticket));
        Api.OTHER.call().get(ONE, ticket).then().statusCode(404);
        list(Api.newReference()).body("categories", empty());
    }

    @Test
    @Covers(operation = ApiOperation.ADD_CATEGORY, statuses = 400)
    @Covers(operation = ApiOperation.LIST_CATEGORIES, statuses = 400)
    void what_a_category_lacks_is_named() {
        API.json("{\"orderId\":\"a/b\"}")
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("invalidParams.name", contains("OrderId", "PaymentType", "Type", "Url"));
        API.json("{\"orderId\":\"a\",\"paymentType\":\"ECOM\",\"type\":\"TICKET\",\"url\":\"" + PAGE + "\",\"x\":1}")
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("invalidParams.name", contains("X"));
        API.call().get(CATEGORIES).then().statusCode(400).body("invalidParams.name", contains("OrderId"));
    }

    @Test
    @Covers(
            operation = ApiOperation.POST_IMAGE,
            statuses = {200, 400, 409},
            rules = {"PNG or JPEG, at least 167 px high, at most 2 MB", "cannot be overwritten"})
    void an_image_is_png_or_jpeg_167_pixels_high_has_two_megabytes_and_cannot_be_overwritten() {
        String id = "image-" + Api.newReference();
        image(id, Images.file("gif", 200, 200)).statusCode(400).body("invalidParams.name", contains("Src"));
        image(id, Images.file("png", 200, 166))
                .statusCode(400)
                .body("invalidParams[0].reason", equalTo("The height is at least 167 px."));
        image(id, Images.ofBytes(MEGABYTES_2 + 1)).statusCode(400).body("invalidParams.name", contains("Src"));
        image(id, Images.ofBytes(MEGABYTES_2)).statusCode(200).body("imageId", equalTo(id));

        image(id, Images.file("jpg", 167, 167)).statusCode(409).body("title", equalTo("Conflict"));
        // The official plugin ends the path with a slash; the specification does not.
        given().header("Authorization", "Bearer " + API.token())
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .header("Merchant-Serial-Number", API.msn())
                .contentType("application/json")
                .body(Images.body(id + "-slash", Images.file("jpg", 167, 167)))
                .post(IMAGES + "/")
                .then()
                .statusCode(200);
    }

    @Test
    void any_other_request_has_at_most_256_kilobytes() {
        API.json("{\"locationDescription\":\"" + "x".repeat(300 * 1024) + "\"}")
                .put("/qr/v1/merchant-callback/large")
                .then()
                .statusCode(413);
    }

    private static String added(String order, String type) {
        return API.json("{\"orderId\":\"" + order + "\",\"paymentType\":\"ECOM\",\"type\":\"" + type + "\",\"url\":\""
                        + PAGE + "\"}")
                .post(CATEGORIES)
                .then()
                .statusCode(201)
                .extract()
                .path("categoryId");
    }

    private static ValidatableResponse list(String order) {
        return API.call().queryParam("orderId", order).get(CATEGORIES).then().statusCode(200);
    }

    private static ValidatableResponse put(String order, String type, String url) {
        return API.json("{\"category\":\"" + type + "\",\"orderDetailsUrl\":\"" + url + "\"}")
                .put("/order-management/v2/ECOM/categories/{order}", order)
                .then();
    }

    private static ValidatableResponse image(String id, byte[] file) {
        return API.json(Images.body(id, file)).post(IMAGES).then();
    }
}
