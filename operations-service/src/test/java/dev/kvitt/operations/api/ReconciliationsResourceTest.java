package dev.kvitt.operations.api;

import static dev.kvitt.operations.support.Asking.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.vipps.FakeVipps;
import dev.kvitt.operations.vipps.OurLedger;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reconciliations over HTTP: begun by finance, one at a time, followed by everybody. */
@OperationsTest
class ReconciliationsResourceTest {
    private static final String API = "/api/reconciliations";

    @Inject
    OurLedger ours;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    private FakeVipps vipps;

    @BeforeEach
    void start() throws IOException {
        ours.clear();
        vipps = new FakeVipps(vippsAt);
    }

    @AfterEach
    void stop() {
        vipps.close();
    }

    @Test
    void a_run_is_begun_followed_and_told_as_it_ended() {
        var longAgo = Instant.now().minus(Duration.ofDays(3));
        ours.sale("sale-11111", "psp-1", longAgo, "posted");
        vipps.captured("sale-11111-1", "psp-1", 4000, longAgo.toString());
        vipps.pays("sale-11111-1", "psp-1", true, longAgo.toString());

        String id = begun("{}");
        JsonPath over = ended(id);

        assertThat(over.getString("state")).isEqualTo("done");
        assertThat(over.getInt("rows")).isEqualTo(2);
        assertThat(over.getInt("looks")).isEqualTo(1);
        assertThat(over.getInt("findings.open")).isEqualTo(1);
        assertThat(over.getInt("findings.new")).isEqualTo(1);
        assertThat(over.getInt("findings.gone")).isZero();
        assertThat(over.getFloat("progress")).isEqualTo(1f);
        assertThat(over.getString("askedBy")).isEqualTo("token.finance");
        assertThat(over.getString("msn")).isNull();
        assertThat(over.getString("detail")).isNull();
        as("viewer")
                .get(API)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("next", nullValue());
        as("viewer")
                .get("/api/findings?state=open")
                .then()
                .body("items[0].kind", equalTo("captured-differs-in-report"));
    }

    @Test
    void a_run_of_one_sales_unit_and_time_says_so() {
        String id = begun("{\"msn\":\"123456\",\"from\":\"2026-11-20\",\"to\":\"2026-11-21T10:00:00Z\"}");
        JsonPath over = ended(id);
        assertThat(over.getString("msn")).isEqualTo("123456");
        assertThat(over.getString("from")).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(over.getString("to")).isEqualTo("2026-11-21T10:00:00Z");
    }

    @Test
    void while_one_runs_another_is_refused_at_once_with_the_id_of_the_one_that_runs() {
        vipps.gate = new CountDownLatch(1);
        String id = begun("{}");
        Eventually.holds("it reads the report", () -> vipps.asked("/ledgers") > 0);

        as("finance")
                .body("{}")
                .post(API)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("reconciling"))
                .body("id", equalTo(id));
        as("viewer")
                .get(API + "/" + id)
                .then()
                .body("state", equalTo("running"))
                .body("doing", notNullValue())
                .body("finishedAt", nullValue());

        vipps.gate.countDown();
        assertThat(ended(id).getString("state")).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"msn\":\"1' or '1'='1\"}",
                "{\"msn\":\"\\u0000\"}",
                "{\"from\":\"yesterday\"}",
                "{\"from\":\"+1000000000-12-31T23:59:59Z\"}",
                "{\"to\":\"0000-00-00\"}",
                "{\"from\":\"2026-11-21\",\"to\":\"2026-11-21\"}",
                "{\"msn\":[]}",
                "[]",
                "{"
            })
    void wishes_that_make_no_sense_begin_nothing(String wish) {
        as("finance").body(wish).post(API).then().statusCode(400);
        as("viewer").get(API).then().body("items.size()", equalTo(0));
    }

    @Test
    void nobody_begins_one_without_the_role() {
        as("viewer").body("{}").post(API).then().statusCode(403);
        as("operator").body("{}").post(API).then().statusCode(403);
        as("viewer")
                .get(API + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("no-reconciliation"));
        as("viewer").get(API + "/1").then().statusCode(404);
        as("viewer").get(API + "?limit=0").then().statusCode(400).body("code", equalTo("bad-limit"));
        EverybodyMay.nobody();
        given().contentType("application/json").body("{}").post(API).then().statusCode(401);
        given().get(API).then().statusCode(401);
        as("viewer").get(API).then().body("items.size()", equalTo(0));
    }

    private static String begun(String wish) {
        // The run before may hold its lock a moment longer than it says it runs.
        var id = new String[1];
        Eventually.holds("begun", () -> {
            var answer = as("finance").body(wish).post(API);
            id[0] = answer.statusCode() == 202 ? answer.jsonPath().getString("id") : null;
            return id[0] != null;
        });
        return id[0];
    }

    private static JsonPath ended(String id) {
        Eventually.holds(
                "the run has ended",
                () -> as("viewer").get(API + "/" + id).jsonPath().getString("finishedAt") != null);
        return as("viewer").get(API + "/" + id).jsonPath();
    }
}
