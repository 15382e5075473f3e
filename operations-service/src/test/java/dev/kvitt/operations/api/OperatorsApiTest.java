package dev.kvitt.operations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.operations.support.AccessTestResource;
import dev.kvitt.operations.support.Commands;
import dev.kvitt.operations.support.Doors;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Topic;
import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of the other services, and what they decide. */
@OperationsTest
@WithTestResource(Doors.class)
class OperatorsApiTest {

    private static final String PARKED = "{\"items\":[%s]}";
    private static final String ITEM =
            "{\"key\":\"%s\",\"reason\":\"%s\",\"since\":\"2026-11-22T10:00:00Z\",\"waiting\":%d}";

    @Inject
    Topic topic;

    @BeforeEach
    void forget() {
        Doors.forget();
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + AccessTestResource.token(role))
                .contentType("application/json");
    }

    private static void parked(String service, String... items) {
        Doors.answer(service + " GET /operators/parked", 200, PARKED.formatted(String.join(",", items)));
    }

    private static String item(String key, String reason, int waiting) {
        return ITEM.formatted(key, reason, waiting);
    }

    @Test
    void parked_sales_of_all_services_are_listed_and_who_is_away_is_named() {
        parked("payment", item("123456/sale-00001", "Bug at X", 2), item("123456/sale-00003", "Bug at Y", 1));
        parked("capture", item("123456/sale-00001", "Bug at Z", 1));
        parked("receipt");

        as("viewer")
                .get("/api/parked")
                .then()
                .statusCode(200)
                .body("items.saleId", contains("sale-00001", "sale-00001", "sale-00003"))
                .body("items.service", contains("capture-service", "payment-service", "payment-service"))
                .body("items[1].waiting", equalTo(2))
                .body("items[1].since", equalTo("2026-11-22T10:00:00Z"))
                .body("next", nullValue())
                .body("away", contains("checkin-service"));
        as("viewer")
                .get("/api/parked?limit=1")
                .then()
                .body("items.saleId", contains("sale-00001", "sale-00001"))
                .body("next", equalTo("123456/sale-00001"));
    }

    @Test
    void a_door_that_is_closed_is_no_service_with_nothing_parked() {
        parked("capture", item("123456/sale-00001", "Bug at Z", 1));
        parked("receipt");
        for (var closed : Map.of(404, "", 403, "{\"error\":\"RBAC\"}", 200, "<html>Log in</html>")
                .entrySet()) {
            Doors.answer("payment GET /operators/parked", closed.getKey(), closed.getValue());

            as("viewer").get("/api/parked").then().statusCode(200).body("away", hasItem("payment-service"));
            as("operator")
                    .body(Map.of("cause", "Bug at Z", "reason", "mended", "expected", 1))
                    .post("/api/parked/unpark")
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("payment-service"));
        }
    }

    @Test
    void what_waits_for_a_sale_is_shown_as_each_service_has_it() {
        Doors.answer(
                "payment GET /operators/parked/123456/sale-00001",
                200,
                "{\"key\":\"123456/sale-00001\",\"waiting\":60,\"items\":[{\"topic\":\"pos.sales\",\"partition\":3,\"offset\":17}]}");
        as("viewer").get("/api/parked/123456/sale-00001?limit=501").then().statusCode(400);

        as("viewer")
                .get("/api/parked/123456/sale-00001")
                .then()
                .statusCode(200)
                .body("messages", hasSize(1))
                .body("waiting", equalTo(60))
                .body("messages[0].service", equalTo("payment-service"))
                .body("messages[0].offset", equalTo(17))
                .body("away", contains("checkin-service"));
    }

    @Test
    void what_waits_is_shown_without_what_opens_a_payment_and_without_what_is_sealed() {
        var body =
                "{\\\"redirectUrl\\\":\\\"https://pay.example/secret\\\",\\\"customer\\\":\\\"a.b.c.d.e\\\",\\\"n\\\":1}";
        Doors.answer(
                "payment GET /operators/parked/123456/sale-00001",
                200,
                "{\"items\":[{\"topic\":\"payment.results\",\"value\":\"%s\"},{\"topic\":\"x\",\"value\":\"no json {\"}]}"
                        .formatted(body));

        as("viewer")
                .get("/api/parked/123456/sale-00001")
                .then()
                .body(
                        "messages.value",
                        contains("{\"redirectUrl\":\"(not shown)\",\"customer\":\"(sealed)\",\"n\":1}", "no json {"));
    }

    @Test
    void an_unpark_is_written_down_with_its_reason_and_said_on_the_topic() {
        as("operator")
                .body(Map.of("reason", "the build is mended"))
                .post("/api/parked/123456/sale-77001/unpark")
                .then()
                .statusCode(202)
                .body("sales", equalTo(1));

        Eventually.holds("said", () -> Commands.of("123456/sale-77001").size() == 1);
        var command = Commands.of("123456/sale-77001").getFirst();
        assertThat(command.getClass().getSimpleName()).isEqualTo("UnparkSale");
        assertThat(command.reason()).isEqualTo("the build is mended");
        as("viewer")
                .get("/api/audit?key=123456/sale-77001")
                .then()
                .body("items", hasSize(1))
                .body("items[0].what", equalTo("unpark"))
                .body("items[0].who", equalTo(command.operator()))
                .body("items[0].reason", equalTo("the build is mended"));
    }

    @Test
    void release_ask_and_skip_are_said_as_well() {
        var sale = "/api/sales/123456/sale-77002";
        for (var what : List.of("/release", "/ask", "/operations/sale-77002-1/capture/1/skip")) {
            as("operator")
                    .body(Map.of("reason", "looked"))
                    .post("/api/sales/123456/nobody-knows-it" + what)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("no-such-sale"));
        }
        topic.send(Stories.vending("123456", "sale-77002"));
        Eventually.holds("in the ledger", () -> as("operator").get(sale).statusCode() == 200);
        for (var what : List.of("/release", "/ask", "/operations/sale-77002-1/capture/1/skip")) {
            as("operator")
                    .body(Map.of("reason", "looked"))
                    .post(sale + what)
                    .then()
                    .statusCode(202);
        }
        Eventually.holds("said", () -> Commands.of("123456/sale-77002").size() == 3);
        assertThat(Commands.of("123456/sale-77002").stream()
                        .map(each -> each.getClass().getSimpleName()))
                .containsExactly("ReleaseSale", "AskVipps", "SkipOperation");
    }

    @Test
    void nobody_decides_without_the_role_or_a_reason_or_about_no_sale() {
        var path = "/api/parked/123456/sale-77003/unpark";
        as("viewer").body(Map.of("reason", "x")).post(path).then().statusCode(403);
        as("operator")
                .body(Map.of("reason", " "))
                .post(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("no-reason"));
        as("operator")
                .body(Map.of("reason", "x"))
                .post("/api/parked/123456/a b/unpark")
                .then()
                .statusCode(400);
        EverybodyMay.nobody();
        given().contentType("application/json")
                .body(Map.of("reason", "x"))
                .post(path)
                .then()
                .statusCode(401);
        as("viewer").get("/api/audit?key=123456/sale-77003").then().body("items", hasSize(0));
    }

    @Test
    void a_bulk_unpark_does_nothing_while_a_service_is_away() {
        parked("payment", item("123456/sale-77004", "Bug at X", 1));
        parked("capture");
        parked("receipt");
        as("operator")
                .body(Map.of("cause", "Bug at X", "reason", "mended", "expected", 1))
                .post("/api/parked/unpark")
                .then()
                .statusCode(503)
                .body("code", equalTo("services-away"));
        as("viewer").get("/api/audit?key=123456/sale-77004").then().body("items", hasSize(0));
    }

    @Test
    void a_replay_is_written_down_handed_to_its_service_and_followed() {
        var id = "5f0c8d1e-0000-4000-8000-000000000001";
        Doors.answer("payment POST /operators/replays", 202, "{\"id\":\"%s\",\"state\":\"running\"}".formatted(id));
        Doors.answer(
                "payment GET /operators/replays/" + id,
                200,
                "{\"id\":\"%s\",\"state\":\"done\",\"read\":9}".formatted(id));
        Doors.answer("payment GET /operators/replays", 200, "{\"items\":[{\"id\":\"%s\"}]}".formatted(id));
        var order = new HashMap<String, Object>(
                Map.of("target", "payment-service", "from", "2026-11-20T00:00:00Z", "reason", "to be sure"));
        order.put("msn", "123456");

        as("operator")
                .body(order)
                .post("/api/replays")
                .then()
                .statusCode(202)
                .body("id", equalTo(id))
                .body("target", equalTo("payment-service"));
        assertThat(Doors.posted().getFirst())
                .startsWith("payment /operators/replays ")
                .contains("\"keyPrefix\":\"123456\"")
                .contains("\"dryRun\":true");
        as("viewer")
                .get("/api/replays/" + id)
                .then()
                .body("state", equalTo("done"))
                .body("read", equalTo(9));
        as("viewer").get("/api/replays").then().body("items.id", hasItem(id)).body("away", hasItem("checkin-service"));
        as("viewer").get("/api/audit").then().body("items.find { it.what == 'replay' }.reason", equalTo("to be sure"));

        Doors.answer("payment POST /operators/replays", 409, "{\"code\":\"replay-running\",\"detail\":\"Wait.\"}");
        as("operator").body(order).post("/api/replays").then().statusCode(409).body("code", equalTo("replay-running"));
        order.put("target", "checkin-service");
        as("operator").body(order).post("/api/replays").then().statusCode(503).body("code", equalTo("service-away"));
        as("viewer").body(order).post("/api/replays").then().statusCode(403);
        as("viewer")
                .get("/api/audit")
                .then()
                .body("items.findAll { it.what == 'replay-begun' }.details.replay", hasItem(id))
                .body("items.findAll { it.what == 'replay-not-begun' }.details.outcome", hasItem("not-reached"))
                .body(
                        "items.findAll { it.what == 'replay-not-begun' }.details.outcome",
                        hasItem("answered 409 replay-running"));
    }

    @Test
    void what_a_dry_run_has_shown_is_applied_in_its_name() {
        var id = "5f0c8d1e-0000-4000-8000-000000000002";
        var dryRun =
                """
                {"id":"%s","from":"2026-11-20T00:00:00Z","keyPrefix":"123456/sale-1","dryRun":true,"rate":250,"state":"%s"}""";
        Doors.answer("payment POST /operators/replays", 202, "{\"id\":\"other\",\"state\":\"running\"}");
        Doors.answer("payment GET /operators/replays/" + id, 200, dryRun.formatted(id, "running"));
        var path = "/api/replays/" + id + "/apply";
        as("operator")
                .body(Map.of("reason", "looked at"))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("no-dry-run"));
        Doors.answer("payment GET /operators/replays/" + id, 200, dryRun.formatted(id, "done"));
        as("operator").body(Map.of("reason", " ")).post(path).then().statusCode(400);
        as("viewer").body(Map.of("reason", "looked at")).post(path).then().statusCode(403);
        assertThat(Doors.posted()).isEmpty();

        as("operator")
                .body(Map.of("reason", "looked at"))
                .post(path)
                .then()
                .statusCode(202)
                .body("target", equalTo("payment-service"));
        assertThat(Doors.posted().getLast())
                .contains("\"dryRunId\":\"" + id + "\"", "\"dryRun\":false", "\"rate\":250")
                .contains("\"keyPrefix\":\"123456/sale-1\"", "\"from\":\"2026-11-20T00:00:00Z\"");
        as("viewer")
                .get("/api/audit?key=123456/sale-1")
                .then()
                .body("items.find { it.what == 'replay' }.details.dryRunId", equalTo(id));

        var order = new HashMap<String, Object>(Map.of(
                "target", "payment-service", "from", "2026-11-20T00:00:00Z", "dryRun", false, "reason", "to be sure"));
        order.put("dryRunId", "none");
        as("operator").body(order).post("/api/replays").then().statusCode(400);
        order.put("dryRunId", id);
        as("operator").body(order).post("/api/replays").then().statusCode(202);
        assertThat(Doors.posted().getLast()).contains("\"dryRunId\":\"" + id + "\"");
    }

    @Test
    void lag_and_quarantine_are_told_whoever_is_away() {
        Doors.answer("payment GET /operators/backlog", 200, "{\"outbox\":3}");
        as("viewer")
                .get("/api/lag")
                .then()
                .statusCode(200)
                .body("items.service", hasItem("operations-service"))
                .body("items.find { it.service == 'payment-service' }.backlog.outbox", equalTo(3))
                .body("away", hasItem("checkin-service"));
        as("viewer").get("/api/quarantine").then().statusCode(200).body("next", nullValue());
    }
}
