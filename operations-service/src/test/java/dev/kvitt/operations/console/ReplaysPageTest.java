package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Doors;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics read again, from the first dry run to the end of the real one. */
@OperationsTest
@WithTestResource(Doors.class)
class ReplaysPageTest {

    private static final String ID = "5f0c8d1e-0000-4000-8000-00000000000a";
    private static final String PAGE = "/console/replays/" + ID;
    private static final String DOOR = "/operators/replays";

    @Inject
    Tables tables;

    @BeforeEach
    void forget() {
        Doors.forget();
    }

    private static String replay(String state, boolean dryRun) {
        return """
                {"id":"%s","from":"2026-11-20T07:00:00Z","keyPrefix":"123456/sale-00001","dryRun":%s,"rate":250,
                "who":"anna","reason":"a <b>doubt</b>","state":"%s","read":40,"toRead":160,
                "notApplied":{"events":3,"sales":2,"money":[{"value":123456,"currency":"NOK"}]},"applied":1,
                "lastFailure":"TimeoutException at <b>x</b>:7","lastFailureAt":"2026-11-22T10:05:00Z",
                "startedAt":"2026-11-22T10:00:00Z"}"""
                .formatted(ID, dryRun, state);
    }

    private static void stands(String state, boolean dryRun) {
        Doors.answer("payment GET " + DOOR + "/" + ID, 200, replay(state, dryRun));
        Doors.answer("payment GET " + DOOR, 200, "{\"items\":[" + replay(state, dryRun) + "]}");
        Doors.answer(
                "payment GET " + DOOR + "/" + ID + "/found",
                200,
                """
                {"items":[{"key":"123456/sale-00001","eventId":"5f0c8d1e-0000-4000-8000-00000000000b","topic":"pos.sales",
                "partition":3,"offset":17,"type":"SaleOpened","amount":4900,"currency":"NOK"}]}""");
    }

    private static Map<String, String> order() {
        return new HashMap<>(Map.of(
                "target", "payment-service",
                "from", "2026-11-20T08:00",
                "msn", "123456",
                "saleId", "",
                "rate", "500",
                "reason", "a doubt"));
    }

    @Test
    void what_ran_is_listed_and_who_cannot_be_asked_is_named() {
        stands("done", true);
        var page = Browser.loggedIn("viewer").get("/console/replays");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("<a href=\"" + PAGE + "\">payment-service</a>", "dry run", "3 events of 2 sales")
                .contains("1\u202f234.56\u00a0NOK", "123456/sale-00001")
                .contains("a &lt;b&gt;doubt&lt;/b&gt;")
                .containsPattern("missing here: .*checkin-service")
                .doesNotContain("method=\"post\" action=\"/console/replays\"");
    }

    @Test
    void what_is_started_is_a_dry_run_and_is_written_down() {
        stands("running", true);
        Doors.answer("payment POST " + DOOR, 202, replay("running", true));
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get("/console/replays").asString()).contains("Start a dry run");
        var wrong = order();
        wrong.put("rate", "many");
        var refused = browser.post("/console/replays", wrong);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("Applied a second is a number", "role=\"alert\"")
                .contains("value=\"" + wrong.get("from") + "\"", "value=\"many\"", "value=\"a doubt\"");
        var begun = browser.post("/console/replays", order());

        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.header("Location")).endsWith(PAGE + "?done=STARTED");
        assertThat(Doors.posted().getFirst())
                .contains("\"dryRun\":true", "\"keyPrefix\":\"123456\"", "\"from\":\"2026-11-20T07:00:00Z\"")
                .contains("\"who\":\"operator\"", "\"rate\":500");
        assertThat(tables.texts(
                        "select who || ' ' || reason from audit where what = 'replay' order by id desc limit 1"))
                .containsExactly("operator a doubt");
        assertThat(browser.get(PAGE + "?done=STARTED").asString())
                .contains("Started. How far it is, or how it ended, stands below.");
    }

    @Test
    void what_a_dry_run_has_shown_is_applied_from_its_page_and_nothing_else_is() {
        stands("done", true);
        Doors.answer("payment POST " + DOOR, 202, replay("running", false));
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get(PAGE).asString())
                .contains(
                        "action=\"" + PAGE + "/real\"",
                        "what is shown here is applied through the same door as live: 3 events of 2 sales.");
        assertThat(browser.post(PAGE + "/real", Map.of("reason", "counted")).statusCode())
                .isEqualTo(303);
        assertThat(Doors.posted().getLast())
                .contains("\"dryRun\":false", "\"keyPrefix\":\"123456/sale-00001\"", "\"rate\":250")
                .contains("\"dryRunId\":\"" + ID + "\"")
                .contains("\"from\":\"2026-11-20T07:00:00Z\"", "\"reason\":\"counted\"");
        stands("running", true);
        assertThat(browser.post(PAGE + "/real", Map.of("reason", "too early")).statusCode())
                .isEqualTo(409);
        assertThat(Doors.posted()).hasSize(1);

        stands("done", true);
        Doors.answer("payment POST " + DOOR, 409, "{\"code\":\"no-dry-run\",\"detail\":\"Have one done.\"}");
        var late = browser.post(PAGE + "/real", Map.of("reason", "too late"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains("Have one done.", "role=\"alert\"");
    }

    @Test
    void the_bar_moves_while_it_runs_and_then_the_page_is_loaded_again() {
        stands("running", false);
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get(PAGE).asString())
                .contains("max=\"160\" value=\"40\"></progress>", "40 of 160 messages read")
                .contains("hx-get=\"" + PAGE + "/progress\" hx-trigger=\"every 2s\"")
                .contains("action=\"" + PAGE + "/stop\"", "pos.sales 3@17", "49.00\u00a0NOK")
                .contains("had to wait, last because of: TimeoutException at &lt;b&gt;x&lt;/b&gt;:7")
                .doesNotContain("/resume\"", "/real\"")
                .doesNotContain(" style=")
                .doesNotContain("<style");
        var part = browser.get(PAGE + "/progress");
        assertThat(part.asString()).contains("<progress").doesNotContain("<html");
        assertThat(part.header("HX-Redirect")).isNull();
        assertThat(part.header("Content-Security-Policy")).contains("default-src 'none'");

        stands("stopped", false);
        var last = browser.get(PAGE + "/progress");
        assertThat(last.header("HX-Redirect")).isEqualTo(PAGE);
        assertThat(last.asString()).doesNotContain("hx-get");
        assertThat(browser.get(PAGE).asString())
                .contains("action=\"" + PAGE + "/resume\"")
                .doesNotContain("/stop\"");
    }

    @Test
    void it_is_stopped_and_taken_up_again_with_a_reason() {
        stands("running", false);
        Doors.answer("payment POST " + DOOR + "/" + ID + "/stop", 200, replay("stopped", false));
        Doors.answer(
                "payment POST " + DOOR + "/" + ID + "/resume",
                409,
                "{\"code\":\"x\",\"detail\":\"Another one runs.\"}");
        var browser = Browser.loggedIn("operator");
        browser.get(PAGE);

        assertThat(browser.post(PAGE + "/stop", Map.of("reason", " ")).statusCode())
                .isEqualTo(400);
        assertThat(browser.post(PAGE + "/stop", Map.of("reason", "lunch")).header("Location"))
                .endsWith(PAGE + "?done=STOPPED");
        assertThat(tables.texts("select reason from audit where what = 'replay-stop' order by id desc limit 1"))
                .containsExactly("lunch");
        var refused = browser.post(PAGE + "/resume", Map.of("reason", "back"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("Another one runs.", "action=\"" + PAGE);
        assertThat(tables.texts("select what from audit where what like 'replay-%' order by id desc limit 4"))
                .as("what was wanted, and what came of it")
                .containsExactly("replay-resume-not-done", "replay-resume", "replay-stop-done", "replay-stop");
    }

    @Test
    void who_may_not_decide_sees_no_form_and_changes_nothing() {
        stands("running", true);
        for (var user : new String[] {"viewer", "finance"}) {
            var browser = Browser.loggedIn(user);
            assertThat(browser.get(PAGE).asString()).doesNotContain("action=\"/console/replays");
            for (var path : new String[] {"", "/" + ID + "/stop", "/" + ID + "/resume", "/" + ID + "/real"}) {
                assertThat(browser.post("/console/replays" + path, order()).statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(Doors.posted()).isEmpty();
    }

    @Test
    void one_that_nobody_knows_or_whose_service_is_away_is_told() {
        var browser = Browser.loggedIn("viewer");
        var page = browser.get("/console/replays/5f0c8d1e-0000-4000-8000-00000000dead");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("Cannot be asked just now: checkin-service");
    }
}
