package dev.kvitt.operations.api;

import static dev.kvitt.operations.support.Asking.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.reconcile.FindingRows;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.support.Commands;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import dev.kvitt.operations.vipps.OurLedger;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings over HTTP: seen by everybody, explained by finance, mended by operators through the saga. */
@OperationsTest
class FindingsResourceTest {
    private static final String API = "/api/findings";

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject
    OurLedger ours;

    @Inject
    Transactions transactions;

    @Inject
    Tables tables;

    @BeforeEach
    void clear() {
        ours.clear();
        tables.run("delete from audit");
    }

    @Test
    void a_finding_is_told_with_what_it_means_and_what_to_do() {
        put(FindingKind.CAPTURED_DIFFERS_IN_REPORT, "sale-11111", "psp-1", 5000, 4000);
        put(FindingKind.UNKNOWN_ENTRY_TYPE, "", "", 0, 0);

        ValidatableResponse told = as("viewer")
                .get(API + "?kind=captured-differs-in-report")
                .then()
                .statusCode(200);

        told.body("items", hasSize(1))
                .body("items[0].meaning", equalTo(FindingKind.CAPTURED_DIFFERS_IN_REPORT.meaning()))
                .body("items[0].todo", equalTo(FindingKind.CAPTURED_DIFFERS_IN_REPORT.todo()))
                .body("items[0].msn", equalTo("123456"))
                .body("items[0].saleId", equalTo("sale-11111"))
                .body("items[0].reference", equalTo("sale-11111-1"))
                .body("items[0].amount.value", equalTo(1000))
                .body("items[0].expected.value", equalTo(5000))
                .body("items[0].found.currency", equalTo("NOK"))
                .body("items[0].since", equalTo(start.toString()))
                .body("items[0].state", equalTo("open"))
                .body("items[0].explainedBy", nullValue())
                .body("next", nullValue());
        as("viewer")
                .get(API + "?kind=unknown-entry-type")
                .then()
                .body("items", hasSize(1))
                .body("items[0].saleId", nullValue());
        as("viewer").get(API + "?msn=654321").then().body("items", hasSize(0));
        as("viewer").get(API + "?state=gone").then().body("items", hasSize(0));
    }

    @Test
    void pages_follow_each_other_and_hold_everything_once() {
        for (int n = 0; n < 7; n++) {
            put(FindingKind.RECEIPT_MISSING, "sale-2222" + n, "", 5000, 0);
        }
        var ids = new ArrayList<String>();
        String next = "";
        do {
            var page = as("viewer").get(API + "?limit=3&after=" + next).then().extract();
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("next");
        } while (next != null);
        assertThat(ids).hasSize(7);
        assertThat(new HashSet<>(ids)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=closed",
                "state=open'%20or%20'1'='1",
                "kind=receipt-missing'--",
                "kind=%00",
                "msn=%00",
                "msn=123456'",
                "after=1",
                "after=%00",
                "limit=0",
                "limit=501"
            })
    void questions_that_make_no_sense_are_refused(String question) {
        as("viewer").get(API + "?" + question).then().statusCode(400).body("code", startsWith("bad-"));
    }

    @Test
    void the_table_for_spreadsheets_holds_all_and_no_formula() {
        put(FindingKind.FOREIGN_PAYMENT, "", "=cmd|' /C calc'!A0", 0, 700);
        for (int n = 0; n < 501; n++) {
            put(FindingKind.RECEIPT_MISSING, "sale-3333" + n, "", 5000, 0);
        }
        String id = id(FindingKind.FOREIGN_PAYMENT);
        as("finance")
                .body(Map.of("reason", "@SUM(A1), \"they\" said"))
                .post(API + "/" + id + "/explanation")
                .then()
                .statusCode(200);

        var answer =
                as("viewer").accept("text/csv").get(API).then().statusCode(200).extract();

        assertThat(answer.contentType()).startsWith("text/csv");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(503);
        assertThat(lines.getFirst()).startsWith("id,kind,state,since,msn,saleId,reference,pspReference,currency,");
        assertThat(lines.stream().filter(line -> line.startsWith(id)).toList())
                .singleElement()
                .asString()
                .contains(",foreign-payment,explained,", "\"'=cmd|' /C calc'!A0\"", ",700,")
                .contains("\"'@SUM(A1), \"\"they\"\" said\"");
        assertThat(as("viewer")
                        .accept("text/csv")
                        .get(API + "?state=explained")
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void finance_explains_and_that_is_written_down_once() {
        put(FindingKind.RECEIPT_MISSING, "sale-44444", "", 5000, 0);
        String id = id(FindingKind.RECEIPT_MISSING);

        as("finance")
                .body(Map.of("reason", " the shop prints its own "))
                .post(API + "/" + id + "/explanation")
                .then()
                .statusCode(200)
                .body("state", equalTo("explained"))
                .body("explainedBy", equalTo("token.finance"))
                .body("explanation", equalTo("the shop prints its own"));

        as("viewer")
                .get("/api/audit?key=123456/sale-44444")
                .then()
                .body("items", hasSize(1))
                .body("items[0].what", equalTo("explain"))
                .body("items[0].who", equalTo("token.finance"))
                .body("items[0].details.finding", equalTo(id))
                .body("items[0].details.kind", equalTo("receipt-missing"));
    }

    @Test
    void what_is_gone_is_neither_explained_nor_mended() {
        put(FindingKind.CAPTURED_UNKNOWN_HERE, "sale-55555", "", 0, 5000);
        String id = id(FindingKind.CAPTURED_UNKNOWN_HERE);
        transactions.run(
                connection -> FindingRows.sweep(connection, UUID.randomUUID(), Scope.ALL, Set.of(), Instant.now()));

        refused("finance", id, "explanation", "{\"reason\":\"too late\"}", 409, "finding-gone");
        refused("operator", id, "repair", "{\"reason\":\"x\",\"confirm\":true}", 409, "nothing-to-repair");
        assertNothingDecided("sale-55555");
    }

    @Test
    void a_repair_is_shown_first_and_said_on_the_topic_when_it_is_confirmed() {
        ours.sale("sale-66666", null, start.minus(Duration.ofDays(3)), "none");
        put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-66666", "", 0, 5000);
        String repair = API + "/" + id(FindingKind.RESERVED_AND_FORGOTTEN) + "/repair";

        as("operator")
                .body(Map.of("reason", "the shop says it was not sold"))
                .post(repair)
                .then()
                .statusCode(200)
                .body("would.command", equalTo("release"))
                .body("would.msn", equalTo("123456"))
                .body("would.saleId", equalTo("sale-66666"))
                .body("would.effect", equalTo("What is reserved and not captured is given back to the customer."));
        assertNothingDecided("sale-66666");

        as("operator")
                .body(Map.of("reason", "the shop says it was not sold", "confirm", true))
                .post(repair)
                .then()
                .statusCode(202)
                .body("sent.command", equalTo("release"));
        Eventually.holds("said", () -> Commands.of("123456/sale-66666").size() == 1);
        OperatorCommand command = Commands.of("123456/sale-66666").getFirst();
        assertThat(command).isInstanceOf(ReleaseSale.class);
        assertThat(command.reason()).isEqualTo("the shop says it was not sold");
        assertThat(command.operator()).isEqualTo("token.operator");
        as("viewer").get("/api/audit?key=123456/sale-66666").then().body("items.what", contains("release"));
    }

    @Test
    void what_was_agreed_to_is_sent_or_nothing() {
        ours.sale("sale-77777", null, start.minus(Duration.ofDays(3)), "none");
        put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-77777", "", 0, 5000);
        String id = id(FindingKind.RESERVED_AND_FORGOTTEN);
        tables.run("update ledger_a.sale set handed_over = true", "update ledger_b.sale set handed_over = true");

        String agreed = "{\"reason\":\"x\",\"confirm\":true,\"command\":\"release\"}";
        refused("operator", id, "repair", agreed, 409, "proposal-changed");
        assertNothingDecided("sale-77777");

        // Delivered goods are no reason to give the money back: Vipps is asked.
        as("operator")
                .body("{\"reason\":\"x\",\"confirm\":true,\"command\":\"ask\"}")
                .post(API + "/" + id + "/repair")
                .then()
                .statusCode(202);
        Eventually.holds("said", () -> Commands.of("123456/sale-77777").size() == 1);
        assertThat(Commands.of("123456/sale-77777").getFirst()).isInstanceOf(AskVipps.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s.sale set select_until = null where sale_id = 'sale-99999'",
                "insert into %s.operation (key, operation_id, reference, kind)"
                        + " values ('123456/sale-99999', 'capture-1', 'sale-99999-1', 'CAPTURE')"
            })
    void money_for_goods_that_were_handed_out_at_once_is_not_given_back(String atOnce) {
        ours.sale("sale-99999", null, start.minus(Duration.ofDays(3)), "none");
        put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-99999", "", 0, 5000);
        tables.run(atOnce.formatted("ledger_a"), atOnce.formatted("ledger_b"));

        as("operator")
                .body(Map.of("reason", "x"))
                .post(API + "/" + id(FindingKind.RESERVED_AND_FORGOTTEN) + "/repair")
                .then()
                .statusCode(200)
                .body("would.command", equalTo("ask"));
    }

    @Test
    void what_only_people_can_mend_is_not_sent() {
        put(FindingKind.PAYOUT_DIFFERS, "", "", 5000, 4000);
        String id = id(FindingKind.PAYOUT_DIFFERS);
        refused("operator", id, "repair", "{\"reason\":\"x\",\"confirm\":true}", 409, "nothing-to-repair");
        assertThat(tables.texts("select count(*) from audit")).containsExactly("0");
    }

    @Test
    void nobody_decides_without_the_role_or_a_reason_or_about_nothing() {
        ours.sale("sale-88888", null, start.minus(Duration.ofDays(3)), "none");
        put(FindingKind.RESERVED_AND_FORGOTTEN, "sale-88888", "", 0, 5000);
        String id = id(FindingKind.RESERVED_AND_FORGOTTEN);
        String send = "{\"reason\":\"x\",\"confirm\":true}";

        for (String role : List.of("viewer", "finance")) {
            as(role).body(send).post(API + "/" + id + "/repair").then().statusCode(403);
        }
        for (String role : List.of("viewer", "operator")) {
            as(role).body(send).post(API + "/" + id + "/explanation").then().statusCode(403);
        }
        for (String body : List.of(
                "{}",
                "{\"reason\":\"  \",\"confirm\":true}",
                "{\"reason\":\"two\\nlines\",\"confirm\":true}",
                "{\"reason\":\"\\u0000\",\"confirm\":true}",
                "{\"reason\":\"" + "x".repeat(201) + "\",\"confirm\":true}")) {
            refused("operator", id, "repair", body, 400, "no-reason");
            refused("finance", id, "explanation", body, 400, "no-reason");
        }
        for (String body :
                List.of("[]", "{\"reason\":{},\"confirm\":true}", "{", "{\"reason\":\"x\",\"confirm\":\"?\"}")) {
            as("operator").body(body).post(API + "/" + id + "/repair").then().statusCode(400);
        }
        refused("operator", UUID.randomUUID().toString(), "repair", send, 404, "no-finding");
        refused("finance", UUID.randomUUID().toString(), "explanation", send, 404, "no-finding");
        as("operator").body(send).post(API + "/no-uuid/repair").then().statusCode(404);
        as("all")
                .contentType("text/plain")
                .body(send)
                .post(API + "/" + id + "/repair")
                .then()
                .statusCode(415);
        EverybodyMay.nobody();
        given().get(API).then().statusCode(401);
        given().contentType("application/json")
                .body(send)
                .post(API + "/" + id + "/repair")
                .then()
                .statusCode(401);
        assertNothingDecided("sale-88888");
    }

    private static void refused(String role, String id, String what, String body, int status, String code) {
        as(role).body(body)
                .post(API + "/" + id + "/" + what)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    /** What is said goes through the outbox, so that nothing there is nothing said. */
    private void assertNothingDecided(String saleId) {
        assertThat(tables.texts("select key from audit where key = '123456/" + saleId + "'"))
                .isEmpty();
        assertThat(Commands.of("123456/" + saleId)).isEmpty();
    }

    private String id(FindingKind kind) {
        return as("viewer").get(API + "?kind=" + kind.code()).jsonPath().getString("items[0].id");
    }

    private void put(FindingKind kind, String saleId, String psp, long expected, long found) {
        String reference = saleId.isEmpty() ? "" : saleId + "-1";
        var finding = new Finding(
                kind,
                "123456",
                saleId,
                reference,
                psp,
                "NOK",
                OptionalLong.of(expected),
                OptionalLong.of(found),
                start);
        transactions.run(connection -> {
            FindingRows.put(connection, UUID.randomUUID(), start, List.of(finding));
            return null;
        });
    }
}
