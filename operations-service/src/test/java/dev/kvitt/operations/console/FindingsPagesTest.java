package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.ReleaseSale;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.store.reconcile.FindingRows;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Commands;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class FindingsPagesTest {

    private static final String HERE = "/console/findings";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";

    private static final Pattern OLDER = Pattern.compile("id=\"older\" href=\"([^\"]+)\"");

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject
    Transactions transactions;

    @Inject
    Tables tables;

    @Inject
    Audit audit;

    @BeforeEach
    void empty() {
        EverybodyMay.nobody();
        tables.run("delete from finding", "delete from audit", "delete from sale where key like '123456/sale-83%'");
    }

    /** Of 50.00 expected and 40.00 found. */
    private String put(FindingKind kind, String saleId, String reference) {
        var finding = new Finding(
                kind,
                "123456",
                saleId,
                reference,
                "psp-1",
                "NOK",
                OptionalLong.of(5000),
                OptionalLong.of(4000),
                start.minusSeconds(60));
        transactions.run(connection -> {
            FindingRows.put(connection, UUID.randomUUID(), start, List.of(finding));
            return null;
        });
        return tables.texts("select id::text from finding where kind = '%s' and reference = '%s'"
                        .formatted(kind.code(), reference))
                .getFirst();
    }

    private void sale(String saleId, boolean handedOver) {
        tables.run(
                """
                insert into sale (key, msn, sale_id, currency, authorized, captured, cancelled, refunded, phase, attempts,
                    first_at, last_at, handed_over, receipt, acknowledged)
                values ('123456/%1$s', '123456', '%1$s', 'NOK', 5000, 0, 0, 0, 'reserved', 1, now(), now(), %2$s, 'none', false)"""
                        .formatted(saleId, handedOver));
    }

    @Test
    void findings_are_listed_with_what_they_mean_and_what_differs() {
        put(FindingKind.CAPTURED_DIFFERS_IN_REPORT, "sale-83001", "sale-83001-1");
        put(FindingKind.FOREIGN_PAYMENT, "", SCRIPT);

        assertThat(Browser.loggedIn("viewer").get(HERE).asString())
                .contains("captured-differs-in-report", "One capture has another amount in the report")
                .contains("10.00\u00a0NOK", "50.00\u00a0NOK", "40.00\u00a0NOK")
                .contains("href=\"/console/sales/123456/sale-83001\"", ESCAPED)
                .doesNotContain(SCRIPT, "No difference is open");
    }

    @Test
    void they_are_asked_for_by_state_kind_and_sales_unit() {
        put(FindingKind.RECEIPT_MISSING, "sale-83002", "sale-83002-1");
        put(FindingKind.FOREIGN_PAYMENT, "", "theirs-1");
        var browser = Browser.loggedIn("viewer");
        assertThat(browser.get(HERE + "?kind=foreign-payment").asString())
                .contains("theirs-1", "value=\"foreign-payment\" selected")
                .doesNotContain("sale-83002");
        assertThat(browser.get(HERE + "?msn=654321").asString()).contains("There is no such finding.");
        assertThat(browser.get(HERE + "?state=gone").asString()).contains("There is no such finding.");
        assertThat(browser.get(HERE + "?state=nonsense&kind=" + SCRIPT).asString())
                .contains("sale-83002", "theirs-1")
                .doesNotContain(SCRIPT);
        tables.run("delete from finding");
        assertThat(browser.get(HERE).asString()).contains("No difference is open");
    }

    @Test
    void more_than_a_page_is_told_page_by_page_and_in_one_table_for_spreadsheets() {
        for (int n = 0; n < 60; n++) {
            put(FindingKind.RECEIPT_MISSING, "sale-8310" + n, "sale-8310" + n + "-1");
        }
        var browser = Browser.loggedIn("finance");
        var first = browser.get(HERE).asString();
        var older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        var second = browser.get(older.group(1).replace("&amp;", "&")).asString();
        for (int n = 0; n < 60; n++) {
            var link = "/console/sales/123456/sale-8310" + n + "\"";
            assertThat(first.contains(link)).isNotEqualTo(second.contains(link));
        }
        var table = browser.get(HERE + "/csv?state=open&kind=&msn=");
        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).contains("findings.csv");
        assertThat(table.asString().lines()).hasSize(61);
    }

    @Test
    void finance_explains_with_a_reason_that_is_kept_and_shown_as_text() {
        var here = HERE + "/" + put(FindingKind.RECEIPT_MISSING, "sale-83003", "sale-83003-1");
        var browser = Browser.loggedIn("finance");
        assertThat(browser.get(here).asString())
                .contains("mend the till’s order lines".replace("’", "&#39;"))
                .contains("action=\"" + here + "/explanation\"");
        var answer = browser.post(here + "/explanation", Map.of("reason", SCRIPT));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(here + "?done=EXPLAINED");
        assertThat(browser.get(here).asString())
                .contains(ESCAPED, ">explained</span>")
                .doesNotContain(SCRIPT);
        assertThat(audit.list("123456/sale-83003", Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo("finance");
                    assertThat(entry.what()).isEqualTo("explain");
                    assertThat(entry.reason()).isEqualTo(SCRIPT);
                });
    }

    @Test
    void a_repair_is_shown_in_full_before_anything_is_sent() {
        sale("sale-83004", false);
        var here = HERE + "/" + put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-83004", "sale-83004-1");
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get(here).asString()).contains("action=\"" + here + "/repair\"");

        var shown = browser.post(here + "/repair", Map.of("reason", "not sold <b>"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString())
                .contains("<dd>release</dd>", "<dd>123456/sale-83004</dd>", "<dd>operator</dd>", "operator.commands")
                .contains("<dd>not sold &lt;b&gt;</dd>", "Nothing was sent yet", "given back to the customer")
                .contains("action=\"" + here + "/repair/sent\"", "name=\"command\" value=\"release\"");
        assertThat(audit.list("123456/sale-83004", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(Commands.of("123456/sale-83004")).isEmpty();

        var sent = browser.post(here + "/repair/sent", Map.of("command", "release", "reason", "not sold <b>"));
        assertThat(sent.header("Location")).endsWith(here + "?done=REPAIR");
        Eventually.holds("said", () -> Commands.of("123456/sale-83004").size() == 1);
        assertThat(Commands.of("123456/sale-83004").getFirst()).isInstanceOfSatisfying(ReleaseSale.class, command -> {
            assertThat(command.operator()).isEqualTo("operator");
            assertThat(command.reason()).isEqualTo("not sold <b>");
        });
        assertThat(audit.list("123456/sale-83004", Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void what_was_shown_is_sent_or_nothing() {
        sale("sale-83005", false);
        var here = HERE + "/" + put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-83005", "sale-83005-1");
        var browser = Browser.loggedIn("operator");
        browser.post(here + "/repair", Map.of("reason", "x"));
        tables.run("update sale set handed_over = true where sale_id = 'sale-83005'");
        browser.get(here);
        for (var form : List.of(Map.of("command", "release", "reason", "x"), Map.of("reason", "x"))) {
            var answer = browser.post(here + "/repair/sent", form);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.asString())
                    .contains("Nothing was sent", "role=\"alert\"", "action=\"" + here + "/repair\"");
        }
        assertThat(audit.list("123456/sale-83005", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void nothing_is_decided_without_the_role_the_form_s_value_or_a_reason() {
        sale("sale-83006", false);
        var here = HERE + "/" + put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-83006", "sale-83006-1");
        var form = Map.of("reason", "x", "command", "release");
        for (var role : List.of("viewer", "finance")) {
            var browser = Browser.loggedIn(role);
            assertThat(browser.get(here).asString()).doesNotContain("/repair\"");
            assertThat(browser.post(here + "/repair", form).statusCode()).isEqualTo(403);
            assertThat(browser.post(here + "/repair/sent", form).statusCode()).isEqualTo(403);
        }
        for (var role : List.of("viewer", "operator")) {
            var browser = Browser.loggedIn(role);
            assertThat(browser.get(here).asString()).doesNotContain("/explanation\"");
            assertThat(browser.post(here + "/explanation", form).statusCode()).isEqualTo(403);
        }
        var all = Browser.loggedIn("all");
        all.get(here);
        for (var what : List.of("/repair", "/repair/sent", "/explanation")) {
            assertThat(all.request().formParams(form).post(here + what).statusCode())
                    .isEqualTo(403);
            assertThat(all.post(here + what, Map.of("reason", " ", "command", "release"))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(all.get(HERE + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(audit.list(null, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(tables.texts("select state from finding")).containsExactly("open");
    }

    @Test
    void what_only_people_can_mend_offers_no_repair() {
        var here = HERE + "/" + put(FindingKind.PAYOUT_DIFFERS, "", "payout-1");
        var browser = Browser.loggedIn("all");
        assertThat(browser.get(here).asString())
                .contains("Nothing that Kvitt could do mends this")
                .doesNotContain("/repair\"");
        assertThat(browser.post(here + "/repair", Map.of("reason", "x")).statusCode())
                .isEqualTo(409);
    }
}
