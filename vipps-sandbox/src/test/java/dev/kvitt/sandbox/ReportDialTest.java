package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be made to go wrong with reports, and what people do in the portal. */
@QuarkusTest
@TestProfile(ReportSandbox.class)
class ReportDialTest {

    private static final Api API = Api.OTHER;

    @AfterEach
    void allIsWellAgain() {
        given().delete("/sandbox/v1/report-twists").then().statusCode(204);
        Reports.agree(API, "{\"delay\":\"PT0S\"}").statusCode(200);
    }

    @Test
    void a_missing_row_never_comes_and_its_fee_neither() {
        String funds = Reports.end(API, "funds");
        String fees = Reports.end(API, "fees");
        String reference = API.authorized();
        Reports.twist("{\"kind\":\"MISSING\",\"reference\":\"" + reference + "\"}")
                .statusCode(200);
        API.capture(reference, Api.newKey(), 1000).statusCode(200);
        API.capture(reference, Api.newKey(), 700).statusCode(200);

        Reports.feed(API, "funds", funds).body("items.amount", contains(700));
        Reports.feed(API, "fees", fees).body("items.amount", contains(-12));
    }

    @Test
    @Covers(operation = ApiOperation.REPORT_FEED, rules = "several fees of one capture")
    void a_capture_may_have_several_fees_another_amount_or_a_second_row() {
        String funds = Reports.end(API, "funds");
        String fees = Reports.end(API, "fees");
        String reference = API.authorized();
        Reports.twist("{\"kind\":\"EXTRA_FEE\",\"amount\":7}").statusCode(200);
        Reports.twist("{\"kind\":\"OTHER_AMOUNT\",\"amount\":-100,\"msn\":\"" + API.msn() + "\"}")
                .statusCode(200);
        Reports.twist("{\"kind\":\"TWICE\",\"entryType\":\"capture\"}")
                .statusCode(200)
                .body("kind", contains("EXTRA_FEE", "OTHER_AMOUNT", "TWICE"));
        API.capture(reference, Api.newKey(), 2000).statusCode(200);

        Reports.feed(API, "funds", funds).body("items.amount", contains(1900, 1900));
        String psp = Reports.feed(API, "fees", fees)
                .body("items.amount", contains(-35, -7))
                .extract()
                .path("items[0].pspReference");
        assertThat(Reports.feed(API, "fees", fees).extract().<String>path("items[1].pspReference"))
                .isEqualTo(psp)
                .isEqualTo(API.events(reference).extract().path("[2].pspReference"));
        given().get("/sandbox/v1/report-twists").then().body("", empty());
    }

    @Test
    @Covers(operation = ApiOperation.REPORT_FEED, rules = "rows trail their events")
    @Covers(operation = ApiOperation.REPORT_DATE, rules = "a late row is on a later date")
    void rows_trail_their_events_and_late_ones_are_booked_on_the_date_that_is_open_then() {
        String end = Reports.end(API, "funds");
        Reports.agree(API, "{\"delay\":\"PT1M\"}").statusCode(200);
        String late = API.authorized();
        String usual = API.authorized();
        Reports.twist("{\"kind\":\"LATE\",\"by\":\"PT26H\",\"reference\":\"" + late + "\"}")
                .statusCode(200);
        API.capture(late, Api.newKey(), 1000).statusCode(200);
        API.capture(usual, Api.newKey(), 2000).statusCode(200);
        LocalDate open = Reports.todayIn(Duration.ofHours(26));
        Reports.feed(API, "funds", end).body("items", empty());

        Phone.letPass("PT1M");
        Reports.feed(API, "funds", end).body("items.amount", contains(2000));
        Phone.letPass("PT26H");
        Reports.feed(API, "funds", end)
                .body("items.findAll { it.entryType == 'capture' }.reference", contains(usual, late));
        Reports.date(API, "funds", open, "").body("items.findAll { it.reference == '" + late + "' }", hasSize(1));
    }

    @Test
    @Covers(operation = ApiOperation.REPORT_FEED, rules = "corrections, disputes and new types are rows")
    void anything_can_be_booked() {
        String funds = Reports.end(API, "funds");
        book("{\"entryType\":\"correction\",\"amount\":-5}");
        book(
                "{\"entryType\":\"retained-disputed-capture\",\"amount\":-900,\"reference\":\"sale-1\",\"pspReference\":\"77\"}");
        book(
                "{\"entryType\":\"returned-disputed-capture\",\"amount\":900,\"reference\":\"sale-1\",\"pspReference\":\"77\"}");
        book("{\"entryType\":\"capture\",\"amount\":4200,\"reference\":\"foreign-1\",\"msn\":\"%s\"}"
                .formatted(API.msn()));
        book("{\"entryType\":\"loyalty-bonus\",\"amount\":1,\"time\":\"2026-01-01T00:00:00Z\"}");
        String fees = Reports.end(API, "fees");
        book("{\"topic\":\"FEES\",\"entryType\":\"service-fee\",\"amount\":-300}");

        Reports.feed(API, "funds", funds)
                .body(
                        "items.entryType",
                        contains(
                                "correction",
                                "retained-disputed-capture",
                                "returned-disputed-capture",
                                "capture",
                                "loyalty-bonus"))
                .body("items.amount", contains(-5, -900, 900, 4200, 1))
                .body("items[0].reference", nullValue())
                .body("items[1].pspReference", equalTo("77"))
                .body("items[4].time", equalTo("2026-01-01T00:00:00.000000Z"));
        Reports.feed(API, "fees", fees).body("items.entryType", contains("service-fee"));
    }

    @Test
    @Covers(operation = ApiOperation.REPORT_FEED, rules = "what was done in the portal is there, too")
    void what_is_done_in_the_portal_is_an_event_without_key_a_webhook_and_a_row() {
        String reference = API.authorized();
        String funds = Reports.end(API, "funds");
        try (Receiver receiver = Receiver.start()) {
            String registration = API.register(
                            receiver.url("/hook"),
                            "epayments.payment.captured.v1",
                            "epayments.payment.refunded.v1",
                            "epayments.payment.cancelled.v1")
                    .statusCode(201)
                    .extract()
                    .path("id");
            portal(reference, "capture", "{\"value\":3000}").statusCode(200);
            portal(reference, "refund", "{\"value\":1000}").statusCode(200);
            portal(reference, "cancel", "").statusCode(200).body("aggregate.cancelledAmount.value", equalTo(2000));

            assertThat(receiver.next().name()).isEqualTo("CAPTURED");
            assertThat(receiver.next().name()).isEqualTo("REFUNDED");
            assertThat(receiver.next().name()).isEqualTo("CANCELLED");
            API.call().delete("/webhooks/v1/webhooks/{id}", registration).then().statusCode(204);
        }
        API.events(reference)
                .body("name", contains("CREATED", "AUTHORIZED", "CAPTURED", "REFUNDED", "CANCELLED"))
                .body("[2].idempotencyKey", nullValue())
                .body("[3].idempotencyKey", nullValue());
        Reports.feed(API, "funds", funds).body("items.amount", contains(3000, -1000));
        portal(reference, "capture", "{\"value\":1}").statusCode(409);
        portal(reference, "refund", "{\"value\":0}").statusCode(400);
        portal("no-such-payment", "cancel", "").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"LATE\"}",
                "{\"kind\":\"MISSING\",\"by\":\"PT1H\"}",
                "{\"kind\":\"EXTRA_FEE\",\"amount\":-1}",
                "{\"kind\":\"OTHER_AMOUNT\"}",
                "{\"kind\":\"TWICE\",\"times\":0}",
                "{\"kind\":\"TWICE\",\"entryType\":\"payout\"}",
                "{\"kind\":\"VANISHED\"}",
                "{}"
            })
    void a_twist_that_means_nothing_is_refused(String twist) {
        Reports.twist(twist).statusCode(400).body("message", notNullValue());
        given().get("/sandbox/v1/report-twists").then().body("", empty());
    }

    @Test
    void terms_and_rows_that_mean_nothing_are_refused() {
        Reports.agree(API, "{\"delay\":\"-PT1S\"}").statusCode(400);
        Reports.agree(API, "{\"dayEnds\":\"13:00\"}").statusCode(400);
        Reports.agree(API, "{\"feeBasisPoints\":1001}").statusCode(400);
        Reports.agree(API, "{\"msns\":[\"9999\"]}").statusCode(404);
        Reports.agree(new Api("9999", "nobody"), "{}").statusCode(404);
        Reports.book(API, "{\"entryType\":\"\",\"amount\":1}").statusCode(400);
        Reports.book(API, "{\"entryType\":\"correction\",\"amount\":0}").statusCode(400);
        Reports.book(API, "{\"entryType\":\"capture\",\"amount\":1,\"msn\":\"" + Api.DEMO.msn() + "\"}")
                .statusCode(400);
        Reports.makeUp(ReportSandbox.LONE, "{\"events\":0}").statusCode(400);
        Reports.makeUp(ReportSandbox.LONE, "{\"events\":1,\"days\":0}").statusCode(400);
    }

    private static void book(String row) {
        Reports.book(API, row).statusCode(200);
    }

    private static ValidatableResponse portal(String reference, String deed, String body) {
        return Reports.inPortal(API, reference, deed, body);
    }
}
