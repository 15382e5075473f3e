package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board as a person sees it. */
@OperationsTest
class DeadlinesPageTest {

    private static final String MSN = "765440";
    private static final String BOARD = "/console/deadlines?msn=" + MSN;

    @Inject
    Tables tables;

    @BeforeEach
    void fill() {
        sale("dp-reserved", "reserved", true, "3 hours");
        tables.run(
                """
                insert into %s.payment (msn, reference, key, attempt, state, currency, amount, authorized, captured, cancelled,
                    refunded, created_at, authorized_at, last_event_at, capture_guaranteed_until)
                values ('765440', 'dp-reserved-1', '765440/dp-reserved', 1, 'AUTHORIZED', 'NOK', 4900, 4900, 0, 0, 0,
                    now(), now(), now(), now() + interval '5 hours 30 seconds')"""
                        .formatted(live()),
                """
                insert into %s.operation (key, operation_id, reference, kind)
                values ('765440/dp-reserved', 'dp-reserved-1-create-1', 'dp-reserved-1', 'CREATE')"""
                        .formatted(live()));
        sale("dp-untold", "settled", false, "2 hours");
        sale("dp-gone", "uncollectable", true, "4 days");
    }

    @AfterEach
    void empty() {
        tables.run(
                "delete from " + live() + ".operation where key like '765440/%'",
                "delete from " + live() + ".payment where msn = '765440'",
                "delete from " + live() + ".sale where msn = '765440'");
    }

    private String live() {
        return tables.texts("select live from ledger_state").getFirst();
    }

    private void sale(String id, String phase, boolean acknowledged, String ago) {
        tables.run(
                """
                insert into %s.sale (key, msn, sale_id, shop_id, till_id, currency, amount, authorized, captured, cancelled,
                    refunded, phase, attempts, authorized_at, first_at, last_at, handed_over, receipt, acknowledged)
                values ('765440/%2$s', '765440', '%2$s', 'oslo-s', 'till-1', 'NOK', 123456, 123456, 0, 0, 0, '%3$s', 1,
                    now() - interval '%4$s', now(), now() - interval '%4$s', false, 'none', %5$s)"""
                        .formatted(live(), id, phase, ago, acknowledged));
    }

    @Test
    void what_will_not_wait_is_shown_with_why_and_how_long_and_a_way_to_the_sale() {
        var page = Browser.loggedIn("viewer").get(BOARD);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("<th scope=\"row\"><a href=\"/console/sales/765440/dp-reserved\">dp-reserved</a>")
                .containsSubsequence("dp-gone</a>", "dp-untold</a>", "dp-reserved</a>")
                .contains("late by 4 d 0 h", "late by 2 h 0 min", "5 h 0 min left")
                .contains("paid, till does not know", "delivered, not collectable")
                .containsSubsequence("Money at risk", "1\u202f234.56\u00a0NOK <span class=\"quiet\">1 sale</span>")
                .contains("<td class=\"money\" data-label=\"Money\">49.00\u00a0NOK</td>")
                .contains("aria-current=\"page\">Deadlines")
                .doesNotContain(" style=")
                .doesNotContain("<style");
    }

    @Test
    void nothing_that_waits_is_said_in_words() {
        assertThat(Browser.loggedIn("finance")
                        .get("/console/deadlines?msn=765449")
                        .asString())
                .contains("Nothing waits")
                .doesNotContain("<table");
    }

    @Test
    void what_follows_has_a_link_that_keeps_the_sales_unit() {
        for (var n = 0; n < 50; n++) {
            sale("dp-more-" + n, "settled", false, "1 hour");
        }
        var browser = Browser.loggedIn("viewer");
        var next = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\">More")
                .matcher(browser.get(BOARD).asString());

        assertThat(next.find()).isTrue();
        var rest = browser.get(next.group(1).replace("&amp;", "&")).asString();
        assertThat(rest).contains("dp-reserved</a>").doesNotContain("dp-gone</a>", ">More<");
    }

    @Test
    void a_link_that_was_not_ours_is_told() {
        var page = Browser.loggedIn("viewer").get(BOARD + "&after=nonsense");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("Not done", "href=\"/console/deadlines\">Back");
    }
}
