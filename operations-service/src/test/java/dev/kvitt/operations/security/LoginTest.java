package dev.kvitt.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.AccessTestResource;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class LoginTest {

    private static final Map<String, String> RIGHT = Map.of("name", "viewer", "password", AccessTestResource.PASSWORD);

    @Inject
    Tables tables;

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    @Test
    void whoever_is_not_logged_in_is_sent_to_the_login_and_back_to_where_they_wanted() {
        var browser = new Browser();
        var sent = browser.get("/console?q=x");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/console/login?to=%2Fconsole%3Fq%3Dx");
        browser.get("/console/login");
        var in = browser.post(
                "/console/login",
                Map.of("name", "viewer", "password", AccessTestResource.PASSWORD, "to", "/console?q=x"));
        assertThat(in.header("Location")).endsWith("/console?q=x");
    }

    @Test
    void after_the_login_nobody_is_led_out_of_the_console() {
        for (var to :
                new String[] {"https://elsewhere.example", "//elsewhere.example", "/console@elsewhere", "/api/me"}) {
            var browser = new Browser();
            browser.get("/console/login");
            var in = browser.post(
                    "/console/login", Map.of("name", "viewer", "password", AccessTestResource.PASSWORD, "to", to));
            assertThat(in.header("Location")).endsWith("/console");
        }
    }

    @Test
    void the_session_s_cookie_is_for_no_script_and_no_other_site() {
        var browser = new Browser();
        browser.get("/console/login");
        var in = browser.post("/console/login", RIGHT);
        assertThat(in.getHeaders().getValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("kvitt-session=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/console"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing() {
        var browser = new Browser();
        browser.get("/console/login");
        var wrong = browser.post("/console/login", Map.of("name", "viewer", "password", "guess"));
        var unknown = browser.post("/console/login", Map.of("name", "viewes", "password", "guess"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.asString().replace("viewes", "viewer")).isEqualTo(wrong.asString());
    }

    @Test
    void a_form_without_the_page_s_value_changes_nothing() {
        var browser = new Browser();
        browser.get("/console/login");
        assertThat(browser.request().formParams(RIGHT).post("/console/login").statusCode())
                .isEqualTo(403);
        assertThat(browser.request()
                        .formParams(RIGHT)
                        .formParam("form", "00")
                        .post("/console/login")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.request()
                        .header("Sec-Fetch-Site", "cross-site")
                        .formParams(RIGHT)
                        .formParam("form", browser.form())
                        .post("/console/login")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void after_logging_out_the_session_is_over_for_whoever_kept_its_cookie() {
        var browser = Browser.login("viewer");
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
        var kept = Map.copyOf(browser.cookies());
        assertThat(browser.post("/console/logout", Map.of()).statusCode()).isEqualTo(303);
        var after = new Browser();
        after.cookies().putAll(kept);
        assertThat(after.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void a_page_that_loads_itself_anew_keeps_nobody_logged_in() {
        var browser = Browser.login("viewer");
        var session = " where encode(token_hash, 'hex') = '"
                + HexFormat.of().formatHex(Hashes.of(browser.cookies().get("kvitt-session"))) + "'";
        var goesOn = "select (idle_at > now() + interval '25 minutes')::text from login_session" + session;
        tables.run("update login_session set idle_at = now() + interval '1 minute'" + session);

        assertThat(part(browser).statusCode()).isEqualTo(200);
        assertThat(tables.texts(goesOn)).containsExactly("false");
        assertThat(browser.get("/console/parked").statusCode()).isEqualTo(200);
        assertThat(tables.texts(goesOn)).containsExactly("true");

        tables.run("update login_session set idle_at = now() - interval '1 second'" + session);
        assertThat(part(browser).statusCode()).isEqualTo(401);
        assertThat(part(browser).header("HX-Redirect")).isEqualTo("/console/login");
        assertThat(browser.get("/console/parked").statusCode()).isEqualTo(303);
    }

    private static Response part(Browser browser) {
        return browser.request().header("HX-Request", "true").get("/console/parked");
    }

    @Test
    void what_a_browser_may_do_is_said_with_every_page() {
        var page = Browser.loggedIn("viewer").get("/console");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.asString())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain(" onclick");
    }
}
