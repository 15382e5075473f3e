package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who presses pay for somebody else, from elsewhere, or with nonsense: nothing is asked for. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class HostilePressTest {

    @Inject
    PageWorld world;

    @Inject
    Tables tables;

    private final TestPhone anna = new TestPhone();

    @Test
    void a_token_is_good_for_its_browser_and_its_ride_only() throws Exception {
        var ride = world.ride(12, 11100);
        var other = world.ride(13, 22200);
        var token = anna.token(ride.path());
        for (var wrong : new String[] {"", "x".repeat(43), token.substring(1), anna.token(other.path())}) {
            anna.post(ride.path(), wrong, "", Map.of()).then().statusCode(409).body(containsString("Nothing was sent"));
        }
        new TestPhone().post(ride.path(), token, "", Map.of()).then().statusCode(409);
        assertThat(world.identified(ride)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void a_form_of_somebody_elses_page_is_refused(String header, String value) throws Exception {
        var ride = world.ride(14, 11100);
        var token = anna.token(ride.path());
        anna.post(ride.path(), token, "", Map.of(header, value)).then().statusCode(403);
        assertThat(world.identified(ride)).isEmpty();
        anna.post(ride.path(), token, "", Map.of("Origin", CheckinWorld.PUBLIC_URL, "Sec-Fetch-Site", "same-origin"))
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234", "48059528x", "<script>alert(1)</script>", "+47 480 59 528 480 59 528", "4805952848059528"
            })
    void what_is_no_phone_number_is_told_and_nothing_is_sent(String phone) throws Exception {
        var ride = world.ride(15, 11100);
        anna.pay(ride.path(), phone)
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#phone\">"))
                .body(containsString("aria-invalid=\"true\""))
                .body(containsString("<title>Error:"))
                .body(not(containsString("<script>")));
        assertThat(world.identified(ride)).isEmpty();
    }

    @Test
    void a_body_that_is_far_too_long_is_not_read() throws Exception {
        var ride = world.ride(16, 11100);
        anna.post(ride.path(), "x".repeat(70_000), "", Map.of()).then().statusCode(413);
    }

    @Test
    void too_many_presses_at_one_code_are_turned_away_and_cost_nothing() throws Exception {
        var ride = world.ride(17, 11100);
        var last = 0;
        for (var press = 0; press < 45 && last != 429; press++) {
            last = anna.post(ride.path(), "wrong", "", Map.of()).statusCode();
        }
        assertThat(last).isEqualTo(429);
        anna.post(ride.path(), "wrong", "", Map.of())
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("30"))
                .body(containsString("Too many requests"));
        assertThat(world.identified(ride)).isEmpty();
    }

    @Test
    void what_a_browser_may_do_is_said_with_every_page() throws Exception {
        var ride = world.ride(18, 11100);
        var page = anna.get(ride.path());
        page.then()
                .header(
                        "Content-Security-Policy",
                        containsString("default-src 'none'; style-src 'self'; script-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Strict-Transport-Security", containsString("max-age"));
        assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.headers().getValues("Cache-Control")).hasSize(1);
        assertThat(page.detailedCookie("__Secure-kvitt-page")).satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.isSecured()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
            assertThat(cookie.getPath()).isEqualTo("/p");
        });
        assertThat(page.asByteArray()).as("bytes over a bad connection").hasSizeLessThan(4_000);
        for (var asset : new String[] {"/p/a/page.css", "/p/a/page.js"}) {
            var got = anna.get(asset);
            got.then().statusCode(200).header("Cache-Control", containsString("max-age"));
            assertThat(got.asByteArray()).hasSizeLessThan(6_000);
        }
        anna.get("/p/a/nb.properties").then().statusCode(404);
    }

    @Test
    void neither_tokens_nor_numbers_nor_addresses_are_kept_in_clear() throws Exception {
        var ride = world.ride(19, 11100);
        anna.pay(ride.path(), "+47 48 05 95 28").then().statusCode(303);
        var token = world.back(ride, 1).substring("/p/r/".length());
        assertThat(tables.everything())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token) || row.contains("48059528") || row.contains("127.0.0.1"));
        assertThat(tables.first("select extract(day from due - now()) from timer where name = 'page-return-forget'"
                        + " and key = '" + ride.key() + "'"))
                .as("when the address is forgotten")
                .isIn("6", "7");
    }

    @ParameterizedTest
    @CsvSource({"nb-NO, nb, Betal 111", "'da,en;q=0.5', da, Betal 111", "fi, fi, Maksa 111", "'sv,en', en, Pay NOK"})
    void the_page_speaks_the_passengers_language_or_the_one_they_choose(String wanted, String tag, String words)
            throws Exception {
        var ride = world.ride(20, 11100);
        var phone = new TestPhone().in(wanted);
        assertThat(phone.page(ride.path())).contains("<html lang=\"" + tag + "\"", words);
        assertThat(phone.page(ride.path() + "?lang=fi")).contains("<html lang=\"fi\"", "Maksa 111");
        assertThat(phone.page(ride.path())).as("remembered").contains("<html lang=\"fi\"");
    }
}
