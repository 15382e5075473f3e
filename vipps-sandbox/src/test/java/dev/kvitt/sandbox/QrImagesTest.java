package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every code that the sandbox hands out is read back from its picture, the smallest and the largest. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class QrImagesTest {

    private static final Api API = Api.DEMO;
    private static final int[] SIZES = {100, 2000};

    @Test
    @Covers(
            operation = ApiOperation.GET_CALLBACK_QR,
            statuses = {200, 400},
            rules = {"image format and size as asked, in any case", "the image is a readable QR"})
    @Covers(operation = ApiOperation.LIST_CALLBACK_QRS, statuses = 200)
    void a_callback_code_is_read_from_its_picture_and_scanned() {
        String id = API.newCallbackQr();
        String content = callback(id, "SVG", "")
                .body("merchantQrId", equalTo(id))
                .extract()
                .path("qrContent");
        for (int size : SIZES) {
            String png = callback(id, "png", String.valueOf(size)).extract().path("qrImageUrl");
            assertSays(content, Picture.png(Picture.fetch(png)), size);
            String svg = callback(id, "svg", String.valueOf(size)).extract().path("qrImageUrl");
            assertSays(content, Picture.svg(Picture.fetch(svg), size), size);
        }
        String usual = API.call()
                .queryParam("QRIMAGEFORMAT", "PNG")
                .get("/qr/v1/merchant-callback")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.merchantQrId == '" + id + "' }.qrImageUrl");
        assertSays(content, Picture.png(Picture.fetch(usual)), 800);
        callback(id, "gif", "").statusCode(400).body("invalidParams[0].name", equalTo("QrImageFormat"));
        callback(id, "PNG", "99").statusCode(400).body("invalidParams[0].name", equalTo("QrImageSize"));
        callback(id, "PNG", "2001").statusCode(400);

        given().contentType(ContentType.JSON)
                .body(Map.of("qrContent", content, "customer", Api.CUSTOMER))
                .post("/sandbox/v1/scan")
                .then()
                .statusCode(200)
                .body("msn", equalTo(API.msn()))
                .body("merchantQrId", equalTo(id))
                .body("customerToken", notNullValue());
    }

    @Test
    @Covers(operation = ApiOperation.CREATE_REDIRECT_QR, statuses = 200, rules = "the image is a readable QR")
    void a_redirect_code_leads_its_reader_to_the_merchants_page() {
        String id = RedirectCodes.create("https://example.com/menu?table=1&x=%20#top");
        String content = RedirectCodes.get(id, "text/targetUrl", null).extract().path("url");
        for (int size : SIZES) {
            String png = RedirectCodes.get(id, "image/png", size).extract().path("url");
            assertSays(content, Picture.png(Picture.fetch(png)), size);
            String svg = RedirectCodes.get(id, "image/*", size).extract().path("url");
            assertSays(content, Picture.svg(Picture.fetch(svg), size), size);
        }
        String usual = RedirectCodes.get(id, "image/png", null).extract().path("url");
        assertSays(content, Picture.png(Picture.fetch(usual)), 800);

        Picture.fetch(content).then().statusCode(302).header("Location", "https://example.com/menu?table=1&x=%20#top");
    }

    @Test
    @Covers(
            operation = ApiOperation.ONE_TIME_QR,
            statuses = {200, 400},
            rules = {"the image is a readable QR", "the image is gone after expiry"})
    void a_one_time_code_says_its_landing_page_as_long_as_the_payment_waits() {
        String reference = Api.newReference();
        String landing = API.create(reference, Api.newKey(), Bodies.webRedirect(reference))
                .statusCode(201)
                .extract()
                .path("redirectUrl");
        String image = null;
        for (int size : SIZES) {
            image = oneTime(landing, "image/png", size)
                    .statusCode(200)
                    .extract()
                    .path("url");
            assertSays(landing, Picture.png(Picture.fetch(image)), size);
            String svg = oneTime(landing, "image/svg+xml", size).extract().path("url");
            assertSays(landing, Picture.svg(Picture.fetch(svg), size), size);
        }
        int left = oneTime(" " + landing, "text/targetUrl", 100)
                .body("url", equalTo(landing))
                .extract()
                .path("expiresIn");
        assertThat(left).isBetween(1, 600);

        API.act(reference, "expire").statusCode(200);
        Picture.fetch(image).then().statusCode(404);
        oneTime(landing, "image/png", 100)
                .statusCode(400)
                .body("title", equalTo("Order timeout"))
                .body("instance", notNullValue());
    }

    @Test
    @Covers(
            operation = ApiOperation.ONE_TIME_QR,
            statuses = {400, 415})
    void only_landing_pages_of_the_merchants_own_payments_get_a_one_time_code() {
        String reference = Api.newReference();
        String landing = API.create(reference, Api.newKey(), Bodies.webRedirect(reference))
                .extract()
                .path("redirectUrl");
        oneTime(landing + "x", "image/png", 100).statusCode(400).body("title", equalTo("Validation error"));
        oneTime("https://example.com/", "image/png", 100).statusCode(400);
        oneTime("", "image/png", 100).statusCode(400).body("invalidParams[0].name", equalTo("Url"));
        oneTime(landing, "image/gif", 100).statusCode(415).body("title", equalTo("Unsupported Media Type"));
        oneTime(landing, "image/png", 99).statusCode(400).body("invalidParams[0].name", equalTo("Size"));
        Api.OTHER
                .json("{\"url\":\"" + landing + "\"}")
                .accept("image/png")
                .post("/qr/v1")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Supplied landing page token is not valid"));
    }

    @Test
    void a_payments_own_code_is_shown_as_its_request_asked() {
        String svg = API.payByQr("").statusCode(201).extract().path("redirectUrl");
        String landing = svg.replace("/qr-image/v1?", "/landing?");
        for (int size : SIZES) {
            assertSays(landing, Picture.svg(Picture.fetch(svg), size), size);
            String png = API.payByQr("{\"format\":\"IMAGE/PNG\",\"size\":" + size + "}")
                    .extract()
                    .path("redirectUrl");
            assertSays(png.replace("/qr-image/v1?", "/landing?"), Picture.png(Picture.fetch(png)), size);
        }
        String usual = API.payByQr("{\"format\":\"IMAGE/PNG\"}").extract().path("redirectUrl");
        assertThat(Picture.png(Picture.fetch(usual)).getWidth()).isEqualTo(1024);
        String target = API.payByQr("{\"format\":\"TEXT/TARGETURL\"}").extract().path("redirectUrl");
        assertThat(target).contains("/landing?token=");
        API.payByQr("{\"format\":\"IMAGE/PNG\",\"size\":99}").statusCode(400);
    }

    @Test
    void a_payments_code_is_gone_when_the_payment_is_over() {
        for (String end : new String[] {"approve", "reject", "expire"}) {
            var created = API.payByQr("").statusCode(201).extract();
            String image = created.path("redirectUrl");
            Picture.fetch(image).then().statusCode(200).header("Cache-Control", "no-store");
            API.act(created.path("reference"), end).statusCode(200);
            Picture.fetch(image).then().statusCode(404);
        }
    }

    @Test
    void there_is_no_picture_of_nothing() {
        Picture.fetch("http://x/qr-image/v1").then().statusCode(404);
        Picture.fetch("http://x/qr-image/v1?code=unknown").then().statusCode(404);
        Picture.fetch("http://x/qr-image/v1?token=123456.vending-0-0.guess")
                .then()
                .statusCode(404);
        Picture.fetch("http://x/redirect/unknown").then().statusCode(404);
        String id = API.newCallbackQr();
        String url = callback(id, "PNG", "").extract().path("qrImageUrl");
        Picture.fetch(url.replace("size=800", "size=1")).then().statusCode(404);
        Picture.fetch(url.replace("format=PNG", "format=GIF")).then().statusCode(404);
    }

    private static void assertSays(String content, BufferedImage image, int size) {
        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(Picture.read(image)).isEqualTo(content);
    }

    private static ValidatableResponse callback(String id, String format, String size) {
        var request = API.call().queryParam("QrImageFormat", format);
        return (size.isEmpty() ? request : request.queryParam("qrImageSize", size))
                .get("/qr/v1/merchant-callback/{id}", id)
                .then();
    }

    private static ValidatableResponse oneTime(String url, String accept, int size) {
        return API.json("{\"url\":\"" + url + "\"}")
                .accept(accept)
                .header("Size", size)
                .post("/qr/v1")
                .then();
    }
}
