package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Tables;
import dev.kvitt.operations.support.Topic;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class TakingsPageTest {

    /** Of no other test, so that nothing else is in its sums. */
    private static final String MSN = "654321";

    private static final String ASKED = "/console/takings?msn=" + MSN + "&from=2026-11-01&to=2026-11-30";

    @Inject
    Topic topic;

    @Inject
    Tables tables;

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    @Test
    void a_shop_s_days_are_summed_drawn_and_listed() {
        var browser = Browser.loggedIn("viewer");
        topic.send(Stories.vending(MSN, "take-1-0001"));
        topic.send(Stories.refunded(MSN, "take-1-0002"));
        // Another system's payment on the sales unit, of which nobody but Vipps tells.
        Stories.vending(MSN, "take-1-0003").events().stream()
                .filter(event -> event.topic().equals("vipps.payments"))
                .forEach(topic::send);
        Eventually.holds(
                "all are read",
                () -> tables.texts(
                                        "select sale_id from ledger_a.sale where sale_id like 'take-1-%' and captured > 0"
                                                + " union all"
                                                + " select sale_id from ledger_b.sale where sale_id like 'take-1-%' and captured > 0")
                                .size()
                        == 3);
        Eventually.holds("refunded, too", () -> browser.get(ASKED).asString().contains("50.00\u00a0NOK"));

        var page = browser.get(ASKED).asString();
        assertThat(page)
                .contains("<dt>Captured</dt><dd class=\"sum\">60.00\u00a0NOK</dd>")
                .contains("<dt>Refunded</dt><dd class=\"sum\">10.00\u00a0NOK</dd>")
                .contains(
                        "<th scope=\"row\">2026-11-21</th><td data-label=\"Sales unit\">654321</td><td data-label=\"Shop\">oslo-s</td>"
                                + "<td class=\"money\" data-label=\"Sales\">2</td>")
                .contains("<title>2026-11-21: 60.00\u00a0NOK captured, 10.00\u00a0NOK refunded</title>")
                .contains("<rect class=\"bar\"", "<rect class=\"back\"");
        assertThat(browser.get(ASKED + "&shop=bergen").asString()).contains("Nothing was captured or refunded");
    }

    @Test
    void what_is_asked_wrongly_is_said_at_its_field_and_kept() {
        var browser = Browser.loggedIn("viewer");
        var page = browser.get("/console/takings?msn=x&from=2026-02-30&to=soon&shop=<script>");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString())
                .contains("id=\"msn-wrong\"", "id=\"from-wrong\"", "id=\"to-wrong\"")
                .contains("value=\"2026-02-30\"", "value=\"soon\"", "value=\"&lt;script&gt;\"");
        assertThat(browser.get("/console/takings?from=2026-11-02&to=2026-11-01").asString())
                .contains("id=\"to-wrong\">Not before the first day.");
        assertThat(browser.get("/console/takings?from=2024-11-02&to=2026-11-01").asString())
                .contains("id=\"to-wrong\">At most 366 days");
    }
}
