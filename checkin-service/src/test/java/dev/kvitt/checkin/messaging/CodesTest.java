package dev.kvitt.checkin.messaging;

import static dev.kvitt.checkin.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.MovableClock;
import dev.kvitt.checkin.api.sheets.Decoder;
import dev.kvitt.checkin.vipps.VippsDouble;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class CodesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CODES = "/codes/" + CheckinWorld.MSN;

    @Inject
    MovableClock clock;

    @Inject
    Sealer sealer;

    @Inject
    Tables tables;

    @Inject
    TillWorld tills;

    @Inject
    PageWorld pages;

    @Inject
    DataSource dataSource;

    private final Broker broker = new Broker();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void nobody_gets_in_without_a_token_or_to_a_sales_unit_of_others() {
        RestAssured.given().get(CODES).then().statusCode(401);
        for (var token : new String[] {CheckinWorld.TILL_TOKEN, CheckinWorld.INTERNAL_TOKEN, ""}) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .delete(CODES + "/qr-1")
                    .then()
                    .statusCode(401);
        }
        order().get("/codes/654321").then().statusCode(404).body("code", equalTo("unknown-sales-unit"));
        order().get("/codes/x").then().statusCode(404);
    }

    @Test
    void a_code_made_over_http_opens_sales_until_it_is_deleted() throws Exception {
        made("made-1", "spare-1").statusCode(201).body("state", equalTo("put")).body("from", equalTo("api"));
        made("made-1", "spare-1").statusCode(200);
        assertThat(journal())
                .contains("200 PUT /qr/v1/merchant-callback/made-1 123456 {\"locationDescription\":\"Here\"}");
        assertThat(sale("made-1")).isEqualTo("spare-1");

        order().delete(CODES + "/made-1").then().statusCode(200).body("state", equalTo("deleted"));
        order().delete(CODES + "/made-1").then().statusCode(200).body("state", equalTo("deleted"));
        assertThat(journal()).contains("200 DELETE /qr/v1/merchant-callback/made-1");
        order().get(CODES + "/made-1").then().statusCode(404);
        var scan = scanned("made-1");
        var behind = scanned("qr-19");
        await().atMost(LIMIT).until(() -> tables.phase(behind.saleKey()).equals("OPENED"));
        assertThat(tables.phase(scan.saleKey())).isEmpty();
    }

    @Test
    void a_moved_code_sells_at_its_new_till_from_then_on_and_back_again() throws Exception {
        moved("qr-21", "spare-2")
                .statusCode(200)
                .body("till", equalTo("spare-2"))
                .body("fileTill", equalTo("machine-21"));
        moved("qr-21", "spare-2").statusCode(200);
        assertThat(sale("qr-21")).isEqualTo("spare-2");
        moved("qr-21", "machine-21").statusCode(200).body("fileTill", nullValue());
        assertThat(sale("qr-21")).isEqualTo("machine-21");
    }

    @Test
    void nobody_moves_a_code_that_a_sale_has() throws Exception {
        var scan = scanned("qr-22");
        await().atMost(LIMIT).until(() -> tables.phase(scan.saleKey()).equals("OPENED"));
        moved("qr-22", "spare-2").statusCode(409).body("code", equalTo("in-use"));
        broker.publish(scan.ended(clock.instant()));
        await().atMost(LIMIT).until(() -> tables.phase(scan.saleKey()).equals("ENDED"));
        moved("qr-22", "spare-2").statusCode(200);
        moved("qr-22", "machine-22").statusCode(200);
    }

    @Test
    void two_machines_change_their_codes_by_taking_one_out_first() throws Exception {
        moved("qr-23", "machine-24").statusCode(409).body("code", equalTo("till-has-code"));
        out("qr-24").body("till", nullValue()).body("lastTill", equalTo("machine-24"));
        out("qr-24").statusCode(200);
        moved("qr-23", "machine-24").statusCode(200);
        moved("qr-24", "machine-23").statusCode(200);
        assertThat(sale("qr-23")).isEqualTo("machine-24");
        assertThat(sale("qr-24")).isEqualTo("machine-23");
        out("qr-24").statusCode(200);
        moved("qr-23", "machine-23").statusCode(200);
        moved("qr-24", "machine-24").statusCode(200);
    }

    @Test
    void a_basket_at_the_new_till_gets_the_scans_of_a_moved_code_and_one_at_the_old_till_none() throws Exception {
        var code = "till-qr-18";
        moved(code, "spare-till").statusCode(200);
        var old = TestSale.at(18, clock.instant().plusSeconds(600));
        tills.publish(old.opened(clock.instant()));
        var sale = new TestSale(TestSale.at(18, clock.instant()).saleId(), "spare-till", code, old.validUntil());
        tills.open(sale);
        moved(code, "till-18").statusCode(409).body("code", equalTo("in-use"));
        tills.scan("4790000018", 18);
        assertThat(tills.awaitIdentified(sale, 1).getFirst().sale().tillId()).isEqualTo("spare-till");
        assertThat(tills.identified(old)).isEmpty();
    }

    @Test
    void a_scan_from_before_its_code_was_moved_opens_nothing_at_the_new_till() throws Exception {
        var early = TestScan.at("qr-21", clock.instant());
        moved("qr-21", "spare-2").statusCode(200);
        broker.publish(early.checkedIn(sealer, clock.instant()));
        await().atMost(LIMIT).until(() -> tables.phase(early.saleKey()).equals("DROPPED"));
        assertThat(sale("qr-21")).isEqualTo("spare-2");
        assertThat(broker.events(Topics.CHECKIN_EVENTS, early.saleKey())).isEmpty();
        moved("qr-21", "machine-21").statusCode(200);
    }

    @Test
    void a_basket_of_a_till_that_its_code_has_left_gets_nobody() throws Exception {
        var left = tills.sale(17);
        tills.open(left);
        // As an order that did not see the basket, because it was told to the code only afterwards.
        tables.change("insert into code_order (msn, qr_id, kind, till_id, whereabouts, file_till, ordered_at) values"
                + " ('123456', 'till-qr-17', 'CALLBACK', 'spare-till', 'IN_TILL', 'till-17', now())");
        tables.change("update code_version set version = version + 1");
        try {
            tills.scan("4790000017", 17);
            tills.awaitCode(17, "{baskets}", "[]");
            assertThat(tills.identified(left)).isEmpty();
        } finally {
            tables.change("delete from code_order where qr_id = 'till-qr-17'");
            tables.change("update code_version set version = version + 1");
        }
    }

    @Test
    void a_redirect_code_made_over_http_leads_to_the_rides_of_its_car_and_after_a_move_to_the_other_cars()
            throws Exception {
        var passenger = new TestPhone();
        redirect("made-page").statusCode(201).body("kind", equalTo("redirect")).body("state", equalTo("put"));
        redirect("made-page").statusCode(200).body("from", equalTo("api")).body("till", equalTo("spare-taxi-1"));
        assertThat(journal())
                .containsPattern("200 POST /qr/v1/merchant-redirect .*made-page.*" + CheckinWorld.PUBLIC_URL
                        + "/p/123456/made-page\"");
        order().queryParam("format", "svg")
                .get(CODES + "/made-page/sheet")
                .then()
                .statusCode(200);

        var first = TestRide.at("spare-taxi-1", "made-page", 11100, pages.now().plusSeconds(600));
        pages.open(first);
        passenger.get(first.scanned()).then().statusCode(303).header("Location", equalTo(first.path()));
        assertThat(passenger.page(first.path())).contains("Car A", "111.00");
        passenger.pay(first.path(), "").then().statusCode(303);
        moved("made-page", "spare-taxi-2")
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("detail", containsString("Try again when the sale is over"));
        put(CODES + "/made-page/till", "{\"till\":null}").statusCode(409).body("code", equalTo("in-use"));
        pages.publish(first, first.settled(1, pages.now()));

        put(CODES + "/made-page/till", "{\"till\":\"spare-taxi-2\",\"location\":\"Car B\"}")
                .statusCode(200)
                .body("till", equalTo("spare-taxi-2"));
        var late = TestRide.at("spare-taxi-1", "made-page", 33300, pages.now().plusSeconds(600));
        broker.publish(late.opened(null, pages.now()));
        var next = TestRide.at("spare-taxi-2", "made-page", 22200, pages.now().plusSeconds(600));
        pages.open(next);
        passenger.get(next.scanned()).then().statusCode(303).header("Location", equalTo(next.path()));
        assertThat(passenger.page(next.path())).contains("Car B", "222.00");
        passenger.get(late.path()).then().statusCode(404);
        assertThat(passenger.page(first.path()))
                .as("paid in the car that had the code then")
                .contains("<h1>Paid</h1>", "111.00")
                .doesNotContain("Car B");

        pages.publish(next, next.cancelled(pages.now()));
        moved("made-page", "spare-1").statusCode(409).body("code", equalTo("other-flow"));
        order().delete(CODES + "/made-page").then().statusCode(200).body("state", equalTo("deleted"));
        assertThat(journal()).contains("200 DELETE /qr/v1/merchant-redirect/made-page");
        passenger.get(next.scanned()).then().statusCode(404);
    }

    @Test
    void a_code_with_a_sale_of_which_nothing_final_is_told_can_be_taken_out_and_put_back_but_not_moved()
            throws Exception {
        var ride = TestRide.in(30, 11100, pages.now().minus(Duration.ofHours(1)));
        pages.open(ride);
        broker.publish(ride.requested(1, "https://vipps.example", pages.now()));
        awaitStanding(ride, "ASKED");

        moved("taxi-qr-30", "spare-taxi-2")
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("detail", containsString(ride.key()))
                .body("detail", containsString("Take the code out of its till"));
        out("taxi-qr-30").body("lastTill", equalTo("taxi-30"));
        moved("taxi-qr-30", "spare-taxi-2").statusCode(409).body("code", equalTo("in-use"));
        moved("taxi-qr-30", "taxi-30").statusCode(200);
        broker.publish(ride.declined(1, pages.now()));
        awaitStanding(ride, "NOT_PAID");
        moved("taxi-qr-30", "spare-taxi-2").statusCode(200);
        moved("taxi-qr-30", "taxi-30").statusCode(200);
    }

    private void awaitStanding(TestRide ride, String standing) {
        await().atMost(LIMIT).until(() -> tables.first(
                        "select state #>> '{attempts,0,standing}' from entity where key = '" + ride.key() + "'")
                .equals(standing));
    }

    @Test
    void a_redirect_code_of_the_file_moves_and_comes_back() throws Exception {
        out("taxi-qr-32").body("lastTill", equalTo("taxi-32"));
        new TestPhone().get("/p/123456/taxi-qr-32").then().statusCode(404);
        moved("taxi-qr-32", "spare-taxi-1").statusCode(200).body("fileTill", equalTo("taxi-32"));
        var ride = TestRide.at("spare-taxi-1", "taxi-qr-32", 11100, pages.now().plusSeconds(600));
        pages.open(ride);
        assertThat(new TestPhone().page(ride.path())).contains("Car 32", "111.00");
        pages.publish(ride, ride.cancelled(pages.now()));
        moved("taxi-qr-32", "taxi-32").statusCode(200).body("fileTill", nullValue());
    }

    @Test
    void a_ride_whose_opening_is_read_while_its_code_is_ordered_elsewhere_is_shown_to_nobody() throws Exception {
        var ride = TestRide.at("taxi-31", "taxi-qr-31", 11100, pages.now().plusSeconds(600));
        try (var order = dataSource.getConnection();
                var statement = order.createStatement()) {
            order.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x6b766974_6fL + ")");
            broker.publish(ride.opened(null, pages.now()));
            await().atMost(LIMIT)
                    .until(() -> tables.first("select count(*) > 0 from pg_locks where locktype = 'advisory' and not"
                                    + " granted and database = (select oid from pg_database where datname ="
                                    + " current_database())")
                            .equals("t"));
            statement.execute("insert into code_order (msn, qr_id, kind, till_id, whereabouts, file_till, ordered_at)"
                    + " values ('123456', 'taxi-qr-31', 'REDIRECT', 'spare-taxi-2', 'IN_TILL', 'taxi-31', now())");
            statement.execute("update code_version set version = version + 1");
            order.commit();
        }
        var next = TestRide.at("spare-taxi-2", "taxi-qr-31", 22200, pages.now().plusSeconds(600));
        pages.open(next);
        new TestPhone().get(ride.path()).then().statusCode(404);
        new TestPhone().get(next.scanned()).then().statusCode(303).header("Location", equalTo(next.path()));
        pages.publish(next, next.cancelled(pages.now()));
        moved("taxi-qr-31", "taxi-31").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            new_1     | callback | spare-1    | Here | 400 | bad-id
            new-1     | oneoff   | spare-1    | Here | 400 | bad-kind
            new-1     | redirect | spare-1    | Here | 400 | other-kind
            new-1     | callback | taxi-1     | Here | 400 | other-kind
            new-1     | redirect | taxi-1     | Here | 409 | till-has-code
            new-1     | callback | nowhere    | Here | 400 | unknown-till
            new-1     | callback | spare-1    | This location is longer than an app shows | 400 | bad-location
            new-1     | callback | machine-1  | Here | 409 | till-has-code
            qr-1      | callback | machine-1  | Here | 409 | of-the-file
            qr-1      | callback | spare-1    | Here | 409 | other-code
            """)
    void what_cannot_be_made_is_refused_with_a_sentence(
            String id, String kind, String till, String location, int status, String code) {
        put(CODES + "/" + id, "{\"kind\":\"%s\",\"till\":\"%s\",\"location\":\"%s\"}".formatted(kind, till, location))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(" "));
    }

    @Test
    void what_cannot_be_done_is_refused_and_changes_nothing() {
        put(CODES + "/qr-1/till", "{\"til\":\"spare-1\"}").statusCode(400).body("code", equalTo("bad-body"));
        moved("nobody", "spare-1").statusCode(404).body("code", equalTo("unknown-code"));
        moved("qr-1", "spare-till").statusCode(409).body("code", equalTo("other-flow"));
        moved("taxi-qr-1", "taxi-2").statusCode(409).body("code", equalTo("till-has-code"));
        moved("taxi-qr-1", "spare-1").statusCode(409).body("code", equalTo("other-flow"));
        order().delete(CODES + "/qr-1").then().statusCode(409).body("code", equalTo("of-the-file"));
        order().delete(CODES + "/nobody").then().statusCode(404);
        order().get(CODES + "/qr-1")
                .then()
                .statusCode(200)
                .body("till", equalTo("machine-1"))
                .body("from", equalTo("file"));
    }

    @Test
    void an_old_mobilepay_code_is_mapped_to_a_till_and_its_scans_open_sales_there() throws Exception {
        put(CODES + "/40123456", "{\"kind\":\"mobilepay\",\"till\":\"spare-2\",\"location\":\"Kiosken\"}")
                .statusCode(201)
                .body("kind", equalTo("mobilepay"))
                .body("state", equalTo("put"));
        assertThat(journal())
                .contains(
                        "200 PUT /qr/v1/merchant-callback/mobilepay/40123456 123456 {\"locationDescription\":\"Kiosken\"}");
        assertThat(sale("40123456")).isEqualTo("spare-2");
        order().delete(CODES + "/40123456").then().statusCode(200);

        put(CODES + "/" + VippsDouble.TAKEN, "{\"kind\":\"mobilepay\",\"till\":\"spare-2\",\"location\":\"Kiosken\"}")
                .statusCode(201)
                .body("state", equalTo("refused"))
                .body("problem", containsString("another sales unit"));
        order().delete(CODES + "/" + VippsDouble.TAKEN).then().statusCode(200);
    }

    @Test
    void what_somebody_deleted_at_vipps_is_put_again_and_said() {
        atVipps("DELETE", "qr-20", "");
        order().post(CODES + "/compare").then().statusCode(200);
        order().get(CODES + "/qr-20").then().body("state", equalTo("put")).body("lastDrift.what", equalTo("gone"));
    }

    @Test
    void what_vipps_has_and_nobody_wants_is_listed_and_deleted_by_an_order_alone() {
        var stranger = "other-system-" + UUID.randomUUID();
        atVipps("PUT", stranger, "{\"locationDescription\":\"Theirs\"}");
        order().post(CODES + "/compare")
                .then()
                .statusCode(200)
                .body("unwanted.find { it.id == '" + stranger + "' }.location", equalTo("Theirs"));
        assertThat(RestAssured.get("/q/metrics").asString())
                .containsPattern("(?m)^kvitt_codes_unwanted [1-9]")
                .containsPattern("(?m)^kvitt_codes_not_at_vipps [0-9]");
        order().delete(CODES + "/" + stranger).then().statusCode(409).body("code", equalTo("not-ours"));
        order().queryParam("unwanted", true)
                .delete(CODES + "/" + stranger)
                .then()
                .statusCode(200)
                .body("state", equalTo("deleted"));
        assertThat(journal()).contains("200 DELETE /qr/v1/merchant-callback/" + stranger);
        order().get(CODES).then().body("unwanted.find { it.id == '" + stranger + "' }", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "svg, image/svg+xml", "pdf, application/pdf"})
    void a_sheet_of_a_code_has_the_text_that_vipps_gives_for_it(String format, String type) throws Exception {
        var file = order().queryParam("format", format)
                .get(CODES + "/qr-18/sheet")
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asByteArray();
        if (format.equals("pdf")) {
            try (var document = Loader.loadPDF(file)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("At qr-18", "123456 · oslo-s · machine-18 · qr-18");
                assertThat(Decoder.decoded(new PDFRenderer(document).renderImageWithDPI(0, 100)))
                        .isEqualTo(VippsDouble.content("qr-18"));
            }
        }
    }

    @Test
    void all_sheets_of_a_shop_come_at_once_and_no_more_than_is_allowed() throws Exception {
        var file = order().queryParam("shop", "bergen")
                .queryParam("lang", "en")
                .get(CODES + "/sheets.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Bergen 1", "Bergen taxi", "Check the amount on the page.");
            assertThat(Decoder.decoded(new PDFRenderer(document).renderImageWithDPI(1, 100)))
                    .isEqualTo(VippsDouble.redirectContent("bergen-taxi-qr"));
        }
        order().get(CODES + "/sheets.pdf").then().statusCode(400).body("code", equalTo("too-many"));
        order().queryParam("shop", "nowhere").get(CODES + "/sheets.pdf").then().statusCode(404);
        order().queryParam("lang", "sv")
                .get(CODES + "/qr-18/sheet")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-language"));
    }

    @Test
    void answers_are_as_the_openapi_document_says() throws Exception {
        var document = new ObjectMapper()
                .valueToTree(
                        new Yaml().<Object>load(Files.readString(Path.of("src/main/resources/openapi/codes.yaml"))));
        var list = new ObjectMapper().readTree(order().get(CODES).asString());
        assertThat(problems(document, "Codes", list)).isEmpty();
        var without = ((ObjectNode) list).deepCopy();
        ((ObjectNode) without.at("/codes/0")).remove("state");
        assertThat(problems(document, "Codes", without)).isNotEmpty();
    }

    private static Set<ValidationMessage> problems(JsonNode document, String schema, JsonNode answer) {
        var root = new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(answer);
    }

    private static RequestSpecification order() {
        return RestAssured.given().header("Authorization", "Bearer " + CheckinWorld.CODE_TOKEN);
    }

    private static ValidatableResponse put(String path, String body) {
        return order().contentType("application/json").body(body).put(path).then();
    }

    private static ValidatableResponse made(String id, String till) {
        return put(CODES + "/" + id, "{\"kind\":\"callback\",\"till\":\"" + till + "\",\"location\":\"Here\"}");
    }

    private static ValidatableResponse redirect(String id) {
        return put(CODES + "/" + id, "{\"kind\":\"redirect\",\"till\":\"spare-taxi-1\",\"location\":\"Car A\"}");
    }

    private static ValidatableResponse moved(String id, String till) {
        return put(CODES + "/" + id + "/till", "{\"till\":\"" + till + "\"}");
    }

    private static ValidatableResponse out(String id) {
        return put(CODES + "/" + id + "/till", "{\"till\":null}").statusCode(200);
    }

    /** A whole sale at the code; @return the till it was opened at */
    private String sale(String qrId) throws Exception {
        var scan = scanned(qrId);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(broker.events(Topics.CHECKIN_EVENTS, scan.saleKey()))
                .hasSize(1));
        var opened = (SaleOpenedByScan)
                broker.events(Topics.CHECKIN_EVENTS, scan.saleKey()).getFirst().data();
        broker.publish(scan.ended(clock.instant()));
        await().atMost(LIMIT).until(() -> tables.phase(scan.saleKey()).equals("ENDED"));
        return opened.sale().tillId();
    }

    private TestScan scanned(String qrId) throws Exception {
        var scan = TestScan.at(qrId, clock.instant());
        broker.publish(scan.checkedIn(sealer, clock.instant()));
        return scan;
    }

    private static void atVipps(String method, String qrId, String body) {
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .request(method, vipps() + "/qr/v1/merchant-callback/" + qrId)
                .then()
                .statusCode(200);
    }

    private static String journal() {
        return RestAssured.get(vipps() + "/journal").asString();
    }

    private static String vipps() {
        return ConfigProvider.getConfig().getValue("kvitt.vipps.base-url", String.class);
    }
}
