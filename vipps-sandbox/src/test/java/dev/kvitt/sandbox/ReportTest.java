package dev.kvitt.sandbox;

import static dev.kvitt.sandbox.ReportSandbox.BULK;
import static dev.kvitt.sandbox.ReportSandbox.LONE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Report API over HTTP. */
@QuarkusTest
@TestProfile(ReportSandbox.class)
class ReportTest {

    private static final Api API = Api.DEMO;
    private static final String LEDGERS = "/settlement/v1/ledgers";

    @Test
    @Covers(
            operation = ApiOperation.LIST_LEDGERS,
            statuses = {200, 400},
            rules = {
                "merchants' and accounting keys",
                "only ledgers the keys may read",
                "by point of sale",
                "page by page"
            })
    void accountants_read_what_they_may_page_by_page_and_merchants_their_own() {
        JsonPath first = Reports.accountant()
                .get(LEDGERS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items.ledgerId")).hasSize(1);
        JsonPath second = Reports.accountant()
                .queryParam("cursor", first.getString("cursor"))
                .get(LEDGERS)
                .then()
                .statusCode(200)
                .body("cursor", equalTo(""))
                .extract()
                .jsonPath();
        assertThat(List.of(first.getString("items[0].ledgerId"), second.getString("items[0].ledgerId")))
                .containsExactlyInAnyOrder("30" + API.msn(), "30" + BULK.msn());

        API.call()
                .get(LEDGERS)
                .then()
                .statusCode(200)
                .body("items.ledgerId", contains("30" + API.msn()))
                .body("items[0].currency", equalTo("NOK"))
                .body("items[0].settlesForRecipientHandles", contains("api:" + API.msn()));
        ledgersOf("api:" + API.msn()).body("items", hasSize(1));
        ledgersOf("NO:" + API.msn()).body("items", empty());
        Reports.accountant().queryParam("cursor", "?").get(LEDGERS).then().statusCode(400);
    }

    @Test
    @Covers(
            operation = ApiOperation.REPORT_FEED,
            statuses = 200,
            rules = {
                "pspReference is the event's",
                "fees carry the capture's pspReference",
                "at its end the cursor stays"
            })
    void a_capture_and_a_refund_are_rows_by_the_references_of_their_events() {
        String funds = Reports.end(API, "funds");
        String fees = Reports.end(API, "fees");
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 3000).statusCode(200);
        API.capture(reference, Api.newKey(), 1000).statusCode(200);
        API.refund(reference, Api.newKey(), 500).statusCode(200);
        JsonPath events = API.events(reference).extract().jsonPath();
        List<String> psps = List.of(
                events.getString("[2].pspReference"),
                events.getString("[3].pspReference"),
                events.getString("[4].pspReference"));

        String after = Reports.feed(API, "funds", funds)
                .statusCode(200)
                .body("tryLater", equalTo(true))
                .body("items.pspReference", equalTo(psps))
                .body("items.entryType", contains("capture", "capture", "refund"))
                .body("items.amount", contains(3000, 1000, -500))
                .body("items.reference", contains(reference, reference, reference))
                .body("items[0].time", equalTo(padded(events.getString("[2].timestamp"))))
                .body("items[0].recipientHandle", equalTo("api:" + API.msn()))
                .extract()
                .path("cursor");
        Reports.feed(API, "funds", after)
                .body("items", empty())
                .body("cursor", equalTo(after))
                .body("tryLater", equalTo(true));
        Reports.feed(API, "fees", fees)
                .body("items.pspReference", equalTo(psps.subList(0, 2)))
                .body("items.amount", contains(-53, -18));
    }

    @Test
    @Covers(
            operation = ApiOperation.REPORT_FEED,
            statuses = {400, 404})
    @Covers(
            operation = ApiOperation.REPORT_DATE,
            statuses = {400, 404})
    void ledgers_of_others_are_not_there_and_cursors_are_of_one_report() {
        API.call()
                .get("/report/v2/ledgers/30{msn}/funds/feed", LONE.msn())
                .then()
                .statusCode(404);
        API.call()
                .get("/report/v2/ledgers/30{msn}/funds/dates/2026-11-01", LONE.msn())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        Reports.accountant()
                .get("/report/v2/ledgers/30{msn}/funds/feed", LONE.msn())
                .then()
                .statusCode(404);
        Reports.feed(API, "fees", Reports.end(API, "funds")).statusCode(400).body("status", equalTo(400));
        Reports.date(API, "funds", Reports.today(), Reports.end(API, "funds")).statusCode(400);
        API.call()
                .get("/report/v2/ledgers/{id}/funds/dates/2026-2-3", Reports.DEMO_LEDGER)
                .then()
                .statusCode(400);
        API.call()
                .header("Vipps-System-Name", "a".repeat(31))
                .get("/report/v2/ledgers/{id}/funds/feed", Reports.DEMO_LEDGER)
                .then()
                .statusCode(400);
    }

    @Test
    @Covers(
            operation = ApiOperation.REPORT_DATE,
            statuses = 200,
            rules = {
                "an open date is not complete, or not there",
                "a payout is the last row of its date",
                "net retains fees, gross does not"
            })
    void a_date_is_complete_once_its_payout_is_there() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 4000).statusCode(200);
        LocalDate day = Reports.today();
        Reports.date(API, "funds", day, "")
                .body("tryLater", equalTo(true))
                .body("hasMore", equalTo(false))
                .body("items.reference", hasItem(reference));
        Phone.letPass("P1D");

        Reports.date(API, "funds", day, "")
                .body("tryLater", equalTo(false))
                .body("items.ledgerDate.unique()", contains(day.toString()))
                .body("items[-1].entryType", equalTo("payout-scheduled"))
                .body("items[-1].balanceAfter", equalTo(0))
                .body("items[-2].entryType", equalTo("fees-retained"));
        Reports.date(API, "fees", day, "").body("items[-1].balanceAfter", equalTo(0));

        Reports.agree(LONE, "{\"settlement\":\"GROSS\"}").statusCode(200);
        LONE.capture(LONE.authorized(), Api.newKey(), 4000).statusCode(200);
        LocalDate next = Reports.today();
        Phone.letPass("P1D");
        Reports.date(LONE, "funds", next, "").body("items.entryType", contains("capture", "payout-scheduled"));
        Reports.agree(LONE, "{\"settlement\":\"NET\"}").statusCode(200);
    }

    @Test
    @Covers(operation = ApiOperation.REPORT_DATE, rules = "at most 1000 rows a page")
    void a_million_made_up_rows_are_read_page_by_page() {
        Reports.makeUp(BULK, "{\"events\":1000000,\"days\":400,\"seed\":11}")
                .statusCode(200)
                .body("fundsRows", equalTo(1_000_000 + 2 * 400));
        Reports.makeUp(BULK, "{\"events\":1}").statusCode(409);
        LocalDate day = Reports.today().minusDays(200);

        List<Integer> balances = new ArrayList<>();
        JsonPath page =
                Reports.date(BULK, "funds", day, "").statusCode(200).extract().jsonPath();
        balances.addAll(page.getList("items.balanceAfter"));
        assertThat(balances).hasSize(1000);
        while (page.getBoolean("hasMore")) {
            page = Reports.date(BULK, "funds", day, page.getString("cursor"))
                    .extract()
                    .jsonPath();
            balances.addAll(page.getList("items.balanceAfter"));
        }
        assertThat(balances).hasSize(2502).last().isEqualTo(0);
        assertThat(page.getList("items.ledgerDate")).containsOnly(day.toString());
        Reports.feed(BULK, "funds", "").body("items", hasSize(1000)).body("tryLater", equalTo(false));
    }

    @Test
    @Covers(operation = ApiOperation.LIST_LEDGERS, rules = "several sales units on one ledger")
    void a_ledger_settles_for_several_sales_units() {
        Reports.agree(API, "{\"msns\":[\"%s\",\"%s\"]}".formatted(API.msn(), Api.OTHER.msn()))
                .statusCode(200);
        try {
            ledgersOf("api:" + Api.OTHER.msn())
                    .body("items.settlesForRecipientHandles[0]", hasItem("api:" + API.msn()));
            String end = Reports.end(API, "funds");
            Api.OTHER.capture(Api.OTHER.authorized(), Api.newKey(), 700).statusCode(200);
            Reports.feed(API, "funds", end).body("items.recipientHandle", contains("api:" + Api.OTHER.msn()));
            Api.OTHER
                    .call()
                    .get("/report/v2/ledgers/{id}/funds/feed", Reports.DEMO_LEDGER)
                    .then()
                    .statusCode(200);
        } finally {
            Reports.agree(API, "{\"msns\":[\"" + API.msn() + "\"]}").statusCode(200);
            Reports.agree(Api.OTHER, "{\"msns\":[\"" + Api.OTHER.msn() + "\"]}").statusCode(200);
        }
        Reports.agree(API, "{\"msns\":[\"" + Api.DANISH.msn() + "\"]}").statusCode(400);
    }

    @Test
    void a_caller_without_its_subscription_key_is_refused() {
        given().header("Authorization", "Bearer " + API.token())
                .get(LEDGERS)
                .then()
                .statusCode(401)
                .body("code", equalTo("Unauthorized"))
                .body("message", not(empty()));
        given().header("Authorization", "Bearer " + API.token())
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .header("Merchant-Serial-Number", LONE.msn())
                .get(LEDGERS)
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse ledgersOf(String handle) {
        return API.call()
                .queryParam("settlesForRecipientHandles", handle)
                .get(LEDGERS)
                .then()
                .statusCode(200);
    }

    /** Six digits, however many the event log shows. */
    private static String padded(String timestamp) {
        String digits = timestamp.replaceFirst(".*\\.(\\d+)Z", "$1");
        return timestamp.substring(0, "2026-11-21T12:00:00".length()) + "."
                + (digits.equals(timestamp) ? "" : digits)
                + "0".repeat(6 - (digits.equals(timestamp) ? 0 : digits.length()))
                + "Z";
    }
}
