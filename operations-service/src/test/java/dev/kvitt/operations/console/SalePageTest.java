package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Commands;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Topic;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class SalePageTest {

    private static final String MSN = "123456";
    private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"x";

    @Inject
    Topic topic;

    @Inject
    Audit audit;

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    private static String page(String sale) {
        return "/console/sales/" + MSN + "/" + sale;
    }

    private static void until(Browser browser, String sale, String part) {
        Eventually.holds(
                sale + " shows " + part,
                () -> browser.get(page(sale)).asString().contains(part));
    }

    private static Map<String, String> because(String reason) {
        return Map.of("reason", reason);
    }

    @Test
    void a_sale_s_page_tells_all_that_happened_with_its_money() {
        var browser = Browser.loggedIn("viewer");
        topic.send(Stories.refunded(MSN, "page-2-0001"));
        until(browser, "page-2-0001", ">settled<");
        Eventually.holds(
                "all is read",
                () -> browser.get(page("page-2-0001")).asString().split("<li class=\"(info|good)\"").length > 21);
        var page = browser.get(page("page-2-0001")).asString();

        assertThat(page)
                .contains(
                        ">Asked for<", "50.00\u00a0NOK", ">Captured<", "30.00\u00a0NOK", ">Refunded<", "10.00\u00a0NOK")
                .contains(
                        "Sale opened",
                        "PSP reference <code>psp-of-payment</code>",
                        "<code>page-2-0001-1/capture/1</code>")
                .contains("2026-11-21 11:00:00<span class=\"quiet\">10:00:00 UTC</span>", "kvitt/test")
                .contains("<th scope=\"row\">merchant</th>");
        var message = page.replaceAll("(?s).*?id=\"message-0\" href=\"([^\"]+)\".*", "$1")
                .replace("%3A", ":");
        assertThat(browser.get(message).asString())
                .contains("<h1>kvitt.sale.opened.v1</h1>", "&quot;saleId&quot; : &quot;page-2-0001&quot;");
        assertThat(browser.get(message.replaceAll("[0-9a-f]{12}$", "000000000000"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get(page("page-2-none")).statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/sales/1/<script>").asString()).doesNotContain("<script>alert", "%3Cscript");
    }

    @Test
    void what_a_parked_sale_waits_for_is_said_first() {
        var browser = Browser.loggedIn("viewer");
        topic.send(Stories.parked(MSN, "page-2-0002"));
        until(browser, "page-2-0002", "Money at risk:");
        assertThat(browser.get(page("page-2-0002")).asString())
                .contains("<strong>Parked</strong> since", "/console/parked/123456/page-2-0002");
    }

    @Test
    void who_only_looks_sees_no_decision_and_cannot_send_one() {
        var viewer = Browser.loggedIn("viewer");
        topic.send(Stories.parked(MSN, "page-2-0003"));
        until(viewer, "page-2-0003", ">reserved<");

        assertThat(viewer.get(page("page-2-0003")).asString()).doesNotContain("/decide/");
        assertThat(viewer.get(page("page-2-0003") + "/decide/release").statusCode())
                .isEqualTo(403);
        for (var what : new String[] {"release", "ask"}) {
            assertThat(viewer.post(page("page-2-0003") + "/decide/" + what, because("for fun"))
                            .statusCode())
                    .isEqualTo(403);
        }
        var operator = Browser.loggedIn("operator");
        operator.get(page("page-2-0003") + "/decide/release");
        assertThat(operator.request()
                        .formParams(because("from elsewhere"))
                        .post(page("page-2-0003") + "/decide/release")
                        .statusCode())
                .as("without the form's value")
                .isEqualTo(403);
        assertThat(audit.list(MSN + "/page-2-0003", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(Commands.of(MSN + "/page-2-0003")).isEmpty();
    }

    @Test
    void a_decision_is_confirmed_said_and_written_down_with_its_reason() {
        var operator = Browser.loggedIn("operator");
        topic.send(Stories.parked(MSN, "page-2-0004"));
        until(operator, "page-2-0004", "Money at risk:");
        var key = MSN + "/page-2-0004";

        assertThat(operator.get(page("page-2-0004") + "/decide/release").asString())
                .contains("What happens:", "is given back to the customer", "50.00\u00a0NOK");
        var done = operator.post(page("page-2-0004") + "/decide/release", because(" the customer left "));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith(page("page-2-0004") + "?done=RELEASE");
        assertThat(operator.get(page("page-2-0004") + "?done=RELEASE").asString())
                .contains("Written down: what was not sold is released.", "the customer left");
        operator.get(page("page-2-0004") + "/decide/ask");
        assertThat(operator.post(page("page-2-0004") + "/decide/ask", because(HOSTILE))
                        .statusCode())
                .isEqualTo(303);

        Eventually.holds("both are said", () -> Commands.of(key).size() == 2);
        assertThat(Commands.of(key))
                .containsExactly(
                        new ReleaseSale(new Msn(MSN), new SaleId("page-2-0004"), "operator", "the customer left"),
                        new AskVipps(new Msn(MSN), new SaleId("page-2-0004"), "operator", HOSTILE));
        assertThat(audit.list(key, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.who() + " " + entry.what() + " " + entry.reason())
                .containsExactly("operator ask " + HOSTILE, "operator release the customer left");
        until(operator, "page-2-0004", "A person has Vipps asked");
        assertThat(operator.get(page("page-2-0004")).asString())
                .contains("&lt;script&gt;alert(&#39;x&#39;)")
                .doesNotContain("<script>alert")
                .doesNotContain("\" onload=\"x");
    }

    @Test
    void a_decision_without_a_reason_is_asked_for_again_and_nothing_typed_is_lost() {
        var operator = Browser.loggedIn("operator");
        topic.send(Stories.parked(MSN, "page-2-0005"));
        until(operator, "page-2-0005", ">reserved<");
        for (var wrong : new String[] {" ", "x".repeat(201), "two\nlines"}) {
            var again = operator.post(page("page-2-0005") + "/decide/ask", because(wrong));
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.asString()).contains("Say why, in 1 to 200 characters", "value=\"" + wrong + "\"");
        }
        assertThat(operator.get(page("page-2-0005") + "/decide/fly").statusCode())
                .isEqualTo(404);
        assertThat(audit.list(MSN + "/page-2-0005", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void only_an_operation_without_an_outcome_can_be_given_up() {
        var operator = Browser.loggedIn("operator");
        var sale = new SaleId("page-2-0006");
        var open = OperationId.of(PaymentReference.of(sale, 1), OperationId.Kind.CAPTURE, 1);
        var until = Instant.parse("2026-11-28T10:00:00Z");
        topic.send(Stories.parked(MSN, sale.value())
                .say(new CapturePayment(new Msn(MSN), sale, open, until, Stories.nok(3000))));
        until(operator, sale.value(), "Give up…");
        var page = page(sale.value());

        assertThat(operator.get(page).asString())
                .contains("/decide/skip?operation=page-2-0006-1%2Fcapture%2F1\"")
                .doesNotContain("operation=page-2-0006-1%2Fcreate");
        assertThat(operator.get(page + "/decide/skip?operation=page-2-0006-1/create/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator.get(page + "/decide/skip?operation=page-2-0006-1/capture/1")
                        .asString())
                .contains("<code>page-2-0006-1/capture/1</code>", "is asked first");
        operator.post(page + "/decide/skip", Map.of("reason", "not at Vipps", "operation", open.value()));
        Eventually.holds("said", () -> Commands.of(MSN + "/" + sale).size() == 1);
        assertThat(Commands.of(MSN + "/" + sale)).containsExactly((OperatorCommand)
                new SkipOperation(new Msn(MSN), sale, open, "operator", "not at Vipps"));
        assertThat(audit.list(MSN + "/" + sale, Long.MAX_VALUE, 10).getFirst().details())
                .isEqualTo(Map.of("operation", open.value()));
    }
}
