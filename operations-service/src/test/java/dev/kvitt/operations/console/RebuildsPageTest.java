package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rebuild as a person carries it through. */
@OperationsTest
class RebuildsPageTest {

    private static final String LIST = "/console/rebuilds";

    @Inject
    Tables tables;

    @AfterEach
    void giveUp() {
        tables.run("update rebuild set state = 'given-up', finished_at = now() where finished_at is null");
    }

    private List<String> audit(String id) {
        return tables.texts("select what || ' ' || who || ' ' || reason from audit where details ->> 'rebuild' = '" + id
                + "' order by id");
    }

    @Test
    void it_is_begun_watched_compared_and_swapped_in() {
        // In the live ledger alone, and no message says so. What was heard a moment ago would not be compared.
        tables.run(
                """
                insert into %s.sale (key, msn, sale_id, currency, authorized, captured, cancelled, refunded, phase, attempts,
                    first_at, last_at, handed_over, receipt, acknowledged)
                values ('123456/page-0001', '123456', 'page-0001', 'NOK', 100, 100, 0, 0, 'settled', 1,
                    now() - interval '1 hour', now() - interval '1 hour', false, 'none', true)"""
                        .formatted(live()));
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get(LIST).asString()).contains("action=\"" + LIST + "\"");
        assertThat(browser.post(LIST, Map.of("reason", " ")).statusCode()).isEqualTo(400);
        var begun = browser.post(LIST, Map.of("reason", "to be sure"));
        assertThat(begun.statusCode()).isEqualTo(303);
        var page = begun.header("Location").replaceAll("^.*(/console/.*)\\?done=STARTED$", "$1");
        var id = page.substring(page.lastIndexOf('/') + 1);

        Eventually.holds(
                "the page is told to load again",
                () -> page.equals(browser.get(page + "/progress").header("HX-Redirect")));
        assertThat(browser.get(page).asString())
                .contains("ready", "How it differs from the live ledger", "Difference in money")
                .containsPattern("\\d+ sales? differs?\\.")
                .contains("action=\"" + page + "/swap\"", "action=\"" + page + "/give-up\"")
                .contains("<progress")
                .doesNotContain("hx-get=\"" + page)
                .doesNotContain(" style=");
        assertThat(browser.get(LIST).asString()).contains("One at a time").doesNotContain("Start one");
        var another = browser.post(LIST, Map.of("reason", "another"));
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(another.asString()).contains("A rebuild is under way.", "<title>Error: Rebuilds");
        var notAgreed = browser.post(page + "/swap", Map.of("reason", "looked"));
        assertThat(notAgreed.statusCode()).isEqualTo(400);
        assertThat(notAgreed.asString())
                .contains("tick that you want it; nothing was done", "name=\"reason\" value=\"looked\"")
                .contains("action=\"" + page + "/swap\"")
                .containsOnlyOnce("value=\"looked\"");
        assertThat(browser.post(page + "/swap", Map.of("reason", "looked", "agreed", "yes"))
                        .header("Location"))
                .endsWith(page + "?done=SWAPPED");
        assertThat(browser.get(page + "?done=SWAPPED").asString())
                .contains("The rebuilt ledger is the live one now.")
                .doesNotContain("/swap\"", "/give-up\"");
        assertThat(audit(id)).containsExactly("rebuild operator to be sure", "rebuild-swap operator looked");
        assertThat(tables.texts("select key from " + live() + ".sale where key = '123456/page-0001'"))
                .isEmpty();
    }

    private String live() {
        return tables.texts("select live from ledger_state").getFirst();
    }

    /** One that another process works at. */
    private String elsewhere(String state, String differences) {
        var id = UUID.randomUUID().toString();
        tables.run(
                "insert into rebuild (id, state, target, asked_by, reason, started_at, cleared, owner, owned_until, read,"
                        + " to_read, sales, differences) values ('" + id + "', '" + state
                        + "', 'ledger_b', 'anna', 'a doubt', now(),"
                        + " true, gen_random_uuid(), now() + interval '1 hour', 25, 100, 7, " + differences + ")");
        return id;
    }

    @Test
    void the_bar_moves_while_it_is_read() {
        var page = LIST + "/" + elsewhere("reading", "null");
        var browser = Browser.loggedIn("viewer");
        assertThat(browser.get(page).asString())
                .contains("max=\"100\" value=\"25\"></progress>", "25 of 100 messages read, 7 sales made of them")
                .contains("hx-get=\"" + page + "/progress\" hx-trigger=\"every 2s\"");
        var part = browser.get(page + "/progress");
        assertThat(part.asString()).startsWith("<div id=\"progress\"").doesNotContain("<html");
        assertThat(part.header("HX-Redirect")).isNull();
    }

    @Test
    void a_difference_is_shown_in_sales_and_in_money_and_given_up() {
        var id = elsewhere(
                "ready",
                "'{\"sales\":2,\"money\":[{\"currency\":\"NOK\",\"captured\":-290000,\"refunded\":100,\"released\":0}]}'");
        var page = LIST + "/" + id;
        assertThat(Browser.loggedIn("viewer").get(page).asString())
                .contains("2 sales differ", "<th scope=\"row\">NOK</th>", "-2\u202f900.00\u00a0NOK", "1.00\u00a0NOK")
                .doesNotContain("action=\"" + page);
        var browser = Browser.loggedIn("operator");
        browser.get(page);
        assertThat(browser.post(page + "/give-up", Map.of("reason", "too much")).header("Location"))
                .endsWith(page + "?done=GIVEN_UP");
        assertThat(audit(id)).containsExactly("rebuild-give-up operator too much");
        assertThat(browser.post(page + "/swap", Map.of("reason", "late", "agreed", "yes"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void who_may_not_decide_changes_nothing() {
        var id = elsewhere("ready", "'{\"sales\":0,\"money\":[]}'");
        var browser = Browser.loggedIn("viewer");
        assertThat(browser.get(LIST + "/" + id).asString()).contains("every sale and every sum is the same");
        for (var path : new String[] {"", "/" + id + "/swap", "/" + id + "/give-up"}) {
            assertThat(browser.post(LIST + path, Map.of("reason", "x")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(audit(id)).isEmpty();
        assertThat(browser.get(LIST + "/nonsense").statusCode()).isEqualTo(404);
    }
}
