package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Topic;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class SearchPageTest {

    private static final String MSN = "123456";
    private static final String HOSTILE = "\"><script>alert(1)</script>";

    @Inject
    Topic topic;

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    private static String link(String sale) {
        return "href=\"/console/sales/" + MSN + "/" + sale + "\"";
    }

    @Test
    void a_sale_is_found_by_whatever_is_known_of_it() {
        var browser = Browser.loggedIn("viewer");
        topic.send(Stories.parked(MSN, "find-1-0001"));
        topic.send(Stories.declined(MSN, "find-1-0002"));
        Eventually.holds("both are read", () -> {
            var page = browser.get("/console?q=find-1-").asString();
            return page.contains(">aborted<") && page.contains(">at risk: parked<");
        });

        assertThat(browser.get("/console?q=find-1-0002-1").asString())
                .contains(link("find-1-0002"))
                .doesNotContain(link("find-1-0001"));
        assertThat(browser.get("/console?q=find-1-&phase=reserved").asString())
                .contains(link("find-1-0001"), ">parked<", "50.00\u00a0NOK")
                .doesNotContain(link("find-1-0002"));
        assertThat(browser.get("/console?q=find-1-&min=49&max=49,50&till=machine-1&shop=oslo-s&msn=" + MSN)
                        .asString())
                .contains(link("find-1-0002"))
                .doesNotContain(link("find-1-0001"));
        assertThat(browser.get("/console?q=find-1-&from=2026-11-21T11:00&to=2026-11-21T12:00")
                        .asString())
                .as("11:00 in Oslo is 10:00 UTC")
                .contains(link("find-1-0001"), link("find-1-0002"));
        assertThat(browser.get("/console?q=find-1-&from=2026-11-21T12:00").asString())
                .contains("No sale is like that.")
                .doesNotContain(link("find-1-0001"));
    }

    @Test
    void more_than_a_page_is_shown_page_by_page() {
        var browser = Browser.loggedIn("viewer");
        for (var number = 100; number <= 150; number++) {
            topic.send(Stories.refused(MSN, "many-1-0" + number));
        }
        Eventually.holds(
                "all are read",
                () -> browser.get("/console?q=many-1-").asString().contains("rel=\"next\""));
        var first = browser.get("/console?q=many-1-").asString();
        var next =
                first.replaceAll("(?s).*id=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(first.split("scope=\"row\"", -1)).hasSize(51);
        assertThat(browser.get(next).asString().split("scope=\"row\"", -1)).hasSize(2);
        assertThat(browser.get("/console?after=x").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_typed_wrongly_is_said_at_its_field_and_nothing_that_was_typed_is_lost() {
        var page = Browser.loggedIn("viewer")
                .get("/console?q=keep-1&msn=12&phase=lost&min=4,x&from=yesterday&to=9999999-01-01T00:00&shop=oslo-s");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString())
                .contains("Nothing was searched")
                .contains("id=\"msn-wrong\">4 to 7 digits", "id=\"min-wrong\">An amount", "id=\"phase-wrong\">")
                .contains("id=\"from-wrong\">A time", "id=\"to-wrong\">A time")
                .contains(
                        "value=\"keep-1\"", "value=\"12\"", "value=\"4,x\"", "value=\"yesterday\"", "value=\"oslo-s\"")
                .doesNotContain("id=\"found\"");
        assertThat(Browser.loggedIn("viewer")
                        .get("/console?min=50&max=49&from=2026-11-22&to=2026-11-21")
                        .asString())
                .contains("id=\"max-wrong\"", "id=\"to-wrong\"");
    }

    @Test
    void what_is_hostile_is_only_text() {
        var browser = Browser.loggedIn("viewer");
        for (var field : new String[] {"q", "shop", "till", "msn", "min", "from"}) {
            var page = browser.request().queryParam(field, HOSTILE).get("/console");
            assertThat(page.asString()).as(field).contains("&lt;script&gt;").doesNotContain("<script>alert");
        }
        assertThat(browser.request().queryParam("q", "a\u0000b").get("/console").statusCode())
                .isEqualTo(422);
        assertThat(browser.request()
                        .queryParam("q", "%_\\'; drop table sale")
                        .get("/console")
                        .statusCode())
                .isEqualTo(200);
    }
}
