package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No Vipps answers here: a run of an empty ledger has nothing to ask, but cannot read the report. */
@OperationsTest
class ReconciliationsPagesTest {

    private static final String HERE = "/console/reconciliations";
    private static final Map<String, String> ALL = Map.of("msn", "", "from", "", "to", "");

    @Inject
    Transactions transactions;

    @Inject
    Tables tables;

    @BeforeEach
    void empty() {
        EverybodyMay.nobody();
        Eventually.holds("no run is under way", () -> transactions.run(RunRows::lock));
        tables.run("delete from reconciliation");
    }

    /** @param columns more of them, with their values */
    private String run(String state, String columns, String values) {
        var id = UUID.randomUUID();
        tables.run(
                """
                insert into reconciliation (id, state, asked_by, progress, rows, to_read, started_at, %s)
                values ('%s', '%s', 'schedule', 'matches payments', 30, 120, '2026-11-22T10:15:00Z', %s)"""
                        .formatted(columns, id, state, values));
        return HERE + "/" + id;
    }

    @Test
    void a_run_under_way_is_followed_and_one_that_ended_is_not() {
        var here = run("running", "looks", "3");
        var browser = Browser.loggedIn("viewer");
        assertThat(browser.get(here).asString())
                .contains("25 %: matches payments", "max=\"100\" value=\"25\"", "hx-trigger=\"every 2s\"")
                .doesNotContain("New findings");
        assertThat(browser.get(HERE).asString()).contains("href=\"" + here + "\"", "25 %", "schedule");

        assertThat(browser.request().header("HX-Request", "true").get(here).header("HX-Redirect"))
                .isNull();
        tables.run("update reconciliation set state = 'done', progress = 'done', finished_at = '2026-11-22T10:16:00Z',"
                + " new = 7, gone = 5, open = 11");
        assertThat(browser.get(here).asString())
                .contains("<dd>7</dd>", "<dd>5</dd>", "<dd>11</dd>", ">done</span>", "2026-11-22T10:16:00Z")
                .doesNotContain("every 2s", "<progress");
        assertThat(browser.request().header("HX-Request", "true").get(here).header("HX-Redirect"))
                .isEqualTo(here);
    }

    @Test
    void why_a_run_failed_is_told_as_text() {
        var here = run("failed", "failure, finished_at", "'<script>alert(1)</script>', '2026-11-22T10:16:00Z'");
        assertThat(Browser.loggedIn("viewer").get(here).asString())
                .contains("It failed: &lt;script&gt;alert(1)&lt;/script&gt;", "nothing was called gone")
                .doesNotContain("<script>alert", "every 2s");
    }

    @Test
    void finance_begins_a_run_and_is_led_to_it() {
        var browser = Browser.loggedIn("finance");
        assertThat(browser.get(HERE).asString()).contains("The ledgers were not compared yet", "Compare now");
        var answer = browser.post(HERE, Map.of("msn", "123456", "from", "2026-11-01", "to", "2026-11-20"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var there = answer.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(there).matches(HERE + "/[0-9a-f-]{36}\\?done=STARTED");
        Eventually.holds("ended", () -> !browser.get(there).asString().contains("<progress"));
        assertThat(browser.get(there).asString())
                .contains("sales unit 123456, from 2026-11-01T00:00:00Z, before 2026-11-20T00:00:00Z")
                .contains("<dd>finance</dd>", "Started. How far it is, or how it ended, stands below.")
                .contains("done, report behind", "was not judged", "not to its end");
        assertThat(browser.get(HERE).asString()).contains("done, report behind");
    }

    @Test
    void one_run_at_a_time() {
        var browser = Browser.loggedIn("finance");
        browser.get(HERE);
        var answer = transactions.run(connection -> {
            assertThat(RunRows.lock(connection)).isTrue();
            return browser.post(HERE, ALL);
        });
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("A reconciliation is under way", "nothing was begun");
        assertThat(tables.texts("select state from reconciliation")).isEmpty();
    }

    @Test
    void nobody_else_begins_one_and_nothing_senseless_is_begun() {
        for (var role : List.of("viewer", "operator")) {
            var browser = Browser.loggedIn(role);
            assertThat(browser.get(HERE).asString()).doesNotContain("Compare now");
            assertThat(browser.post(HERE, ALL).statusCode()).isEqualTo(403);
        }
        var finance = Browser.loggedIn("finance");
        finance.get(HERE);
        assertThat(finance.request().formParams(ALL).post(HERE).statusCode()).isEqualTo(403);
        for (var form : List.of(
                Map.of("msn", "x"), Map.of("from", "yesterday"), Map.of("from", "2026-11-20", "to", "2026-11-20"))) {
            var refused = finance.post(HERE, form);
            assertThat(refused.statusCode()).isEqualTo(400);
            form.values().forEach(typed -> assertThat(refused.asString()).contains("value=\"" + typed + "\""));
        }
        assertThat(finance.get(HERE + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(tables.texts("select state from reconciliation")).isEmpty();
    }
}
