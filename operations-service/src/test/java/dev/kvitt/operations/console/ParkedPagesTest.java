package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Commands;
import dev.kvitt.operations.support.Doors;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
@WithTestResource(value = Doors.class, initArgs = @ResourceArg(name = "checkin", value = "there"))
class ParkedPagesTest {

    private static final String ITEM =
            "{\"key\":\"%s\",\"reason\":\"%s\",\"since\":\"2026-11-22T10:00:00Z\",\"waiting\":%d}";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";

    @Inject
    Audit audit;

    @Inject
    Tables tables;

    @BeforeEach
    void nothingIsParked() {
        EverybodyMay.nobody();
        Doors.forget();
        for (var service : new String[] {"checkin", "payment", "capture", "receipt"}) {
            parked(service);
        }
    }

    private static void parked(String service, String... items) {
        Doors.answer(service + " GET /operators/parked", 200, "{\"items\":[%s]}".formatted(String.join(",", items)));
    }

    private static String item(String key, String reason, int waiting) {
        return ITEM.formatted(key, reason, waiting);
    }

    private static void away(String service) {
        Doors.answer(service + " GET /operators/parked", 503, "{}");
    }

    private static void waits(String key) {
        Doors.answer(
                "payment GET /operators/parked/" + key,
                200,
                "{\"items\":[{\"topic\":\"pos.sales\",\"partition\":1,\"offset\":2,\"type\":\"x\",\"eventId\":\"e\",\"headers\":{},\"value\":\"{}\","
                        + "\"reason\":\"Bug\",\"parkedAt\":\"2026-11-22T10:00:00Z\"}]}");
    }

    @Test
    void what_is_parked_is_listed_by_cause_with_its_money_and_who_is_away_is_named() {
        reserved("123456/sale-81001", 4900);
        parked("payment", item("123456/sale-81001", "Bug at X", 2), item("123456/sale-81003", "Bug at Y", 1));
        parked("capture", item("123456/sale-81001", "Bug at X", 3));
        away("receipt");

        var page = Browser.loggedIn("viewer").get("/console/parked");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(page.asString())
                .contains("1 sale parked, 49.00\u00a0NOK reserved", "1 sale parked, nothing reserved")
                .contains("<code>Bug at X</code>", "<code>Bug at Y</code>")
                .contains("href=\"/console/parked/123456/sale-81001\"", "payment-service", "capture-service")
                .contains("2026-11-22T10:00:00Z")
                .contains("Cannot be asked just now, and missing here: receipt-service.")
                .contains("href=\"/console/parked/cause?cause=Bug+at+X\"")
                .doesNotContain(" style=", " onclick", "<style", "Nothing is parked");
    }

    @Test
    void nothing_parked_is_said_only_of_the_services_that_answered() {
        assertThat(Browser.loggedIn("viewer").get("/console/parked").asString())
                .contains("Nothing is parked in any service.");
        away("capture");
        assertThat(Browser.loggedIn("viewer").get("/console/parked").asString())
                .contains("missing here: capture-service.", "Nothing is parked in the services that answered.");
    }

    @Test
    void what_waits_for_a_sale_is_shown_as_it_came_and_nothing_in_it_runs() {
        Doors.answer(
                "payment GET /operators/parked/123456/sale-81004",
                200,
                """
                {"key":"123456/sale-81004","waiting":9,"items":[{"topic":"pos.sales","partition":3,"offset":17,"type":"till.opened%1$s",
                "eventId":"5f0c8d1e-0000-4000-8000-000000000001","headers":{"ce_source":"%1$s"},"value":"{\\"a\\":\\"%1$s\\"}",
                "reason":"Bug %1$s","parkedAt":"2026-11-22T10:00:00Z"},
                {"topic":"pos.sales","partition":3,"offset":18,"type":"","headers":{},"valueBase64":"/w==","reason":"waits"}]}"""
                        .replace("\n", "")
                        .formatted(SCRIPT));

        var page = Browser.loggedIn("operator")
                .get("/console/parked/123456/sale-81004")
                .asString();
        assertThat(page)
                .doesNotContain(SCRIPT)
                .contains("Bug " + ESCAPED, "<code>" + ESCAPED + "</code>", "till.opened" + ESCAPED)
                .contains("3 / 17", "3 / 18", "/w==", "in Base64", "payment-service")
                .contains("<dt>Messages that wait</dt><dd>9</dd>", "And 7 more.")
                .contains("href=\"/console/sales/123456/sale-81004\"")
                .contains("action=\"/console/parked/123456/sale-81004/unpark\"");
        assertThat(Browser.loggedIn("viewer")
                        .get("/console/parked/123456/sale-81004")
                        .asString())
                .contains("3 / 17")
                .doesNotContain("/unpark\"");
    }

    @Test
    void a_cause_that_looks_like_a_script_is_text_on_every_page() {
        parked("payment", item("123456/sale-81005", SCRIPT, 1), item("123456/<b>bold</b>", SCRIPT, 1));
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get("/console/parked").asString())
                .doesNotContain(SCRIPT, "<b>bold")
                .contains(ESCAPED, "cause=%3Cscript%3E");
        assertThat(browser.get("/console/parked/cause?cause=" + SCRIPT).asString())
                .doesNotContain(SCRIPT)
                .contains("name=\"cause\" value=\"" + ESCAPED + "\"", "name=\"expected\" value=\"2\"");
    }

    @Test
    void an_unpark_is_said_on_the_topic_and_kept_with_who_and_why() {
        var key = "123456/sale-81006";
        waits(key);
        var browser = Browser.loggedIn("operator");
        browser.get("/console/parked/" + key);
        var answer = browser.post("/console/parked/" + key + "/unpark", Map.of("reason", " the build is mended "));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/console/parked/" + key + "?done=UNPARK");

        Eventually.holds("said", () -> Commands.of(key).size() == 1);
        var command = Commands.of(key).getFirst();
        assertThat(command.getClass().getSimpleName()).isEqualTo("UnparkSale");
        assertThat(command.reason()).isEqualTo("the build is mended");
        assertThat(audit.list(key, Long.MAX_VALUE, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("operator");
            assertThat(entry.what()).isEqualTo("unpark");
            assertThat(entry.reason()).isEqualTo("the build is mended");
        });
        Doors.answer("payment GET /operators/parked/" + key, 404, "{\"code\":\"not-parked\"}");
        assertThat(browser.get("/console/parked/" + key + "?done=UNPARK").asString())
                .contains("are tried again", "Nothing waits for this sale");
    }

    @Test
    void what_somebody_else_has_unparked_is_not_unparked_again() {
        var key = "123456/sale-81017";
        waits(key);
        var browser = Browser.loggedIn("operator");
        var page = "/console/parked/" + key;
        assertThat(browser.get(page).asString()).contains("hx-get=\"" + page + "?seen=1\"", page + "/unpark");
        assertThat(browser.get(page + "?seen=1").header("HX-Refresh")).isNull();
        Doors.answer("payment GET /operators/parked/" + key, 404, "{\"code\":\"not-parked\"}");
        assertThat(browser.get(page + "?seen=1").header("HX-Refresh")).isEqualTo("true");
        assertThat(browser.get(page + "?seen=0").header("HX-Refresh")).isNull();
        var stale = browser.post(page + "/unpark", Map.of("reason", "mended"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString())
                .contains("it was tried again already. Nothing was done", "Nothing waits for this sale")
                .doesNotContain(page + "/unpark");
        assertThat(audit.list(key, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void nothing_is_decided_without_the_role_the_form_s_value_or_a_reason() {
        var path = "/console/parked/123456/sale-81007/unpark";
        var viewer = Browser.loggedIn("viewer");
        viewer.get("/console/parked");
        assertThat(viewer.post(path, Map.of("reason", "x")).statusCode()).isEqualTo(403);
        assertThat(viewer.post("/console/parked/cause", Map.of("reason", "x", "cause", "Bug", "expected", "0"))
                        .statusCode())
                .isEqualTo(403);
        var operator = Browser.loggedIn("operator");
        operator.get("/console/parked");
        assertThat(operator.request().formParam("reason", "x").post(path).statusCode())
                .isEqualTo(403);
        for (var reason : new String[] {" ", "x".repeat(201), "a\nb"}) {
            var refused = operator.post(path, Map.of("reason", reason));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.asString())
                    .contains("Say why", "role=\"alert\"", "<title>Error: Parked: 123456/sale-81007");
        }
        assertThat(operator.post("/console/parked/123456/a%20b/unpark", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(audit.list("123456/sale-81007", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void all_of_a_cause_are_unparked_only_when_they_are_those_that_were_seen() {
        parked("payment", item("123456/sale-81008", "Bug at Z", 2), item("123456/sale-81009", "Bug at Z", 1));
        parked("capture", item("123456/sale-81008", "Bug at Z", 1), item("123456/sale-81010", "other", 1));
        var browser = Browser.loggedIn("operator");
        assertThat(browser.get("/console/parked/cause?cause=Bug at Z").asString())
                .contains("Unpark 2 sales", "name=\"expected\" value=\"2\"")
                .doesNotContain("sale-81010");
        var form = Map.of("cause", "Bug at Z", "expected", "2", "reason", "mended");

        parked("receipt", item("123456/sale-81011", "Bug at Z", 1));
        var changed = browser.post("/console/parked/cause", form);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString()).contains("3 sales are parked for this cause by now", "nothing was done");
        away("receipt");
        var away = browser.post("/console/parked/cause", form);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.asString()).contains("receipt-service", "Nothing was done");
        assertThat(audit.list("123456/sale-81008", Long.MAX_VALUE, 10)).isEmpty();

        parked("receipt");
        var done = browser.post("/console/parked/cause", form);
        assertThat(done.header("Location")).endsWith("/console/parked?done=UNPARK_ALL");
        Eventually.holds("said", () -> Commands.of("123456/sale-81009").size() == 1);
        assertThat(Commands.of("123456/sale-81008")).hasSize(1);
        assertThat(audit.list("123456/sale-81008", Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("cause", "Bug at Z"));
        assertThat(audit.list("123456/sale-81010", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void what_is_parked_for_codes_alone_is_not_said_to_have_been_unparked() {
        parked("checkin", item("123456/a", "Bug at Q", 1));
        var browser = Browser.loggedIn("operator");
        browser.get("/console/parked");
        var answer =
                browser.post("/console/parked/cause", Map.of("cause", "Bug at Q", "expected", "1", "reason", "mended"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Nothing was done.");
        assertThat(tables.texts("select details->>'cause' from audit where what = 'unpark'"))
                .doesNotContain("Bug at Q");
    }

    private void reserved(String key, long amount) {
        tables.run(
                """
                insert into sale (key, msn, sale_id, currency, authorized, captured, cancelled, refunded, phase, attempts,
                    first_at, last_at, handed_over, receipt, acknowledged)
                values ('%1$s', split_part('%1$s', '/', 1), split_part('%1$s', '/', 2), 'NOK', %2$d, 0, 0, 0, 'reserved', 1,
                    now(), now(), false, 'none', false)"""
                        .formatted(key, amount),
                """
                insert into ledger_a.payment (msn, reference, key, attempt, state, currency, amount, authorized, captured, cancelled,
                    refunded, last_event_at)
                values (split_part('%1$s', '/', 1), split_part('%1$s', '/', 2) || '-1', '%1$s', 1, 'AUTHORIZED', 'NOK', %2$d, %2$d,
                    0, 0, 0, now())"""
                        .formatted(key, amount));
    }
}
