package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer's phone over HTTP, without a browser: what the pages say and where they lead. */
@QuarkusTest
@TestProfile(CustomerSandbox.class)
class PhonePagesTest {

    private static final Pattern INLINE = Pattern.compile("(?i)\\sstyle=|<style|<script(?![^>]*src=)|\\son\\w+=");
    private static final AtomicInteger OWNER = new AtomicInteger(100);

    /** Nobody else's phone. */
    private final String me = "47900010" + OWNER.incrementAndGet();

    @ParameterizedTest
    @ValueSource(strings = {"", "/scan", "/code", "/wallet"})
    void every_page_runs_nothing_but_its_own_script_and_is_kept_by_nobody(String page) {
        String html = get("/phone/" + me + page)
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(html).doesNotContainPattern(INLINE);
    }

    @Test
    void what_a_merchant_writes_is_shown_and_never_run() {
        push(",\"paymentDescription\":\"<script>alert(1)</script> & co\"");

        get("/phone/" + me)
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"))
                .body(not(containsString("<script>alert")));
        get("/phone/" + me + "?at=%3Cimg%20src%3Dx%3E").body(not(containsString("<img")));
        Api.DEMO.act(waiting(), "reject");
        get("/phone/" + me + "?at=%3Cimg%20src%3Dx%3E").body(containsString("&lt;img src=x&gt;"));
    }

    @Test
    void a_customer_sees_and_touches_no_other_customers_payment() {
        String reference = push("");
        String theirs = "/phone/4790001999/payments/123456/" + reference;

        get(theirs).statusCode(404).body(containsString("There is no such payment on this phone."));
        press(theirs, "PAY").statusCode(404);

        Api.DEMO.get(reference).body("state", equalTo("CREATED"));
    }

    @Test
    void who_is_asked_to_share_is_asked_before_anything_is_paid() {
        String reference = push(",\"profile\":{\"scope\":\"phoneNumber\"}");

        press(payment(reference), "PAY").statusCode(303).header("Location", endsWith("?consent=ask"));
        Api.DEMO.get(reference).body("state", equalTo("CREATED"));
        get(payment(reference) + "?consent=ask").body(containsString("+" + me), containsString("Share and pay"));

        press(payment(reference), "SHARE").statusCode(303).header("Location", endsWith(reference));
        Api.DEMO.get(reference).body("state", equalTo("AUTHORIZED"));
    }

    @Test
    void a_customer_who_cannot_pay_is_told_and_the_request_waits_on() {
        String reference = push("");
        Phone.change(me, "{\"standing\":\"NO_CARDS\"}").statusCode(200);

        press(payment(reference), "PAY").header("Location", endsWith("?problem=CANNOT_PAY"));

        get(payment(reference) + "?problem=CANNOT_PAY").body(containsString("This customer cannot pay this"));
        Api.DEMO.get(reference).body("state", equalTo("CREATED"));
    }

    @Test
    void whoever_presses_too_late_changes_nothing() {
        String reference = push("");
        Api.DEMO.cancel(reference, false).statusCode(200);

        press(payment(reference), "PAY").header("Location", endsWith("?problem=TOO_LATE"));

        get(payment(reference) + "?problem=TOO_LATE").body(containsString("Called off"));
        Api.DEMO.get(reference).body("state", equalTo("TERMINATED"));
    }

    @Test
    void a_press_on_nothing_that_is_a_button_does_nothing() {
        String reference = push("");

        phone().post(payment(reference)).then().statusCode(303);
        press(payment(reference), "EVERYTHING").statusCode(400);

        Api.DEMO.get(reference).body("state", equalTo("CREATED"));
    }

    @Test
    void the_landing_page_asks_a_browser_that_is_nobodys_and_returns_the_customer_to_the_merchant() {
        String reference = Api.DEMO.created();
        String landing = landing(reference);

        get(landing).statusCode(200).body(containsString("Whose phone is this?"));
        press(landing, "PAY").statusCode(303).header("Location", containsString("/landing?token="));
        Api.DEMO.get(reference).body("state", equalTo("CREATED"));
        phone().formParam("number", me)
                .formParam("back", landing)
                .post("/phone")
                .then()
                .statusCode(303)
                .header("Location", endsWith(landing))
                .cookie("sandbox-phone", me);

        phone().cookie("sandbox-phone", me)
                .formParam("press", "PAY")
                .post(landing)
                .then()
                .statusCode(303)
                .header("Location", "https://shop.example/return");
        Api.DEMO.get(reference).body("state", equalTo("AUTHORIZED"));
        get("/phone/" + me + "/wallet").body(containsString(reference));
    }

    @Test
    void a_landing_page_that_nobody_was_given_is_not_found() {
        get("/landing?token=123456.nothing-1.secret").statusCode(404);
        get("/landing").statusCode(404);
    }

    @Test
    void the_receipt_that_comes_later_is_shown_with_old_and_new_ways_to_write_the_rate() {
        String reference = push("");
        press(payment(reference), "PAY");
        get(payment(reference)).body(containsString("The receipt shows up here"));
        Api.DEMO
                .json(
                        """
                        {"orderLines":[{"name":"Fanta","id":"f","totalAmount":3000,"totalAmountExcludingTax":2400,
                          "totalTaxAmount":600,"taxRate":2500},{"name":"Vann","id":"v","totalAmount":2000,
                          "totalAmountExcludingTax":1600,"totalTaxAmount":400,"taxPercentage":25}],
                         "bottomLine":{"currency":"NOK","posId":"machine-1"}}
                        """)
                .post("/order-management/v2/ecom/receipts/{reference}", reference)
                .then()
                .statusCode(201);

        String shown = get(payment(reference)).extract().asString().replace('\u00a0', ' ');

        assertThat(shown).contains("Fanta", "NOK 30.00", "25 %", "NOK 40.00", "NOK 10.00", "NOK 50.00", "machine-1");
        assertThat(shown.split("25 %", -1)).as("one rate").hasSize(2);
    }

    @Test
    void a_scanned_code_tells_the_merchant_and_nothing_else_is_a_code() {
        String id = Api.DEMO.newCallbackQr();
        List<String> contents =
                given().get("/sandbox/v1/qr").then().extract().path("findAll { it.id == '" + id + "' }.qrContent");

        scan(contents.getFirst()).statusCode(303).header("Location", containsString("?at=Demo+merchant"));
        scan("https://elsewhere.example/").statusCode(200).body(containsString("No code here says this"));
        scan("").statusCode(200);
    }

    @Test
    void no_link_made_elsewhere_leads_away_from_here() {
        for (String away : List.of("https://evil.example/", "//evil.example", "/sandbox/v1/merchants")) {
            get("/phone/language/da?back=" + away).statusCode(303).header("Location", endsWith("/phone"));
        }
        get("/phone/language/da?back=/phone/" + me)
                .header("Location", endsWith("/phone/" + me))
                .cookie("sandbox-language", "da");
    }

    @Test
    void what_is_no_number_is_no_phone() {
        get("/phone/12").statusCode(404);
        get("/phone/abc/wallet").statusCode(404);
        phone().formParam("number", "twelve")
                .post("/phone")
                .then()
                .statusCode(200)
                .body(containsString("9 to 15 digits"));
        phone().formParam("number", "+47 900 01 234")
                .post("/phone")
                .then()
                .header("Location", endsWith("/phone/4790001234"));
    }

    @Test
    void the_personal_code_is_one_a_merchant_can_read() {
        String page = get("/phone/" + me + "/code").extract().asString();
        var opaque = Pattern.compile("value=\"(https://qr.vipps.no/p/[^\"]+)\"").matcher(page);

        assertThat(opaque.find()).isTrue();
        String reference = Api.newReference();
        Api.DEMO
                .create(reference, Api.newKey(), Bodies.personalQr(reference, opaque.group(1)))
                .statusCode(201);
        get("/phone/" + me).body(containsString(reference));
    }

    @Test
    void the_style_and_the_script_are_there_and_no_other_file() {
        get("/phone/assets/phone.css").statusCode(200).contentType("text/css");
        get("/phone/assets/phone.js").statusCode(200).contentType("text/javascript");
        get("/phone/assets/..%2Fapplication.properties").statusCode(404);
    }

    private String push(String more) {
        String reference = Api.newReference();
        Api.DEMO
                .create(reference, Api.newKey(), Bodies.pushTo(reference, me, more))
                .statusCode(201);
        return reference;
    }

    private String waiting() {
        return given().get("/sandbox/v1/payments?state=CREATED&customer={me}", me)
                .then()
                .extract()
                .path("[0].reference");
    }

    private String payment(String reference) {
        return "/phone/" + me + "/payments/123456/" + reference;
    }

    private static String landing(String reference) {
        String url = Api.DEMO.get(reference).extract().path("redirectUrl");
        return url.substring(url.indexOf("/landing"));
    }

    private ValidatableResponse scan(String content) {
        return phone().formParam("content", content)
                .post("/phone/" + me + "/scan")
                .then();
    }

    private static ValidatableResponse press(String page, String button) {
        return phone().formParam("press", button).post(page).then();
    }

    private static ValidatableResponse get(String page) {
        return phone().get(page).then();
    }

    private static RequestSpecification phone() {
        return given().urlEncodingEnabled(false)
                .header("Accept-Language", "en")
                .redirects()
                .follow(false);
    }
}
