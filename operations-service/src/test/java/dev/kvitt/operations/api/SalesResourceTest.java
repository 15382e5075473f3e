package dev.kvitt.operations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.events.EventCodec;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Topic;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OperationsTest
class SalesResourceTest {

    private static final String MSN = "123456";

    @Inject
    Topic topic;

    private static String phase(String sale) {
        return given().get("/api/sales/" + MSN + "/" + sale).jsonPath().getString("sale.phase");
    }

    private static int lines(String sale) {
        var lines = given().get("/api/sales/" + MSN + "/" + sale).jsonPath().getList("timeline");
        return lines == null ? 0 : lines.size();
    }

    private static void until(String sale, String phase) {
        Eventually.holds(sale + " is " + phase, () -> phase.equals(phase(sale)));
    }

    @Test
    void a_sale_has_its_history_its_money_and_its_messages() {
        topic.send(Stories.refunded(MSN, "api-1-0001"));
        Eventually.holds("all is read", () -> lines("api-1-0001") == 21);
        var answer = given().get("/api/sales/" + MSN + "/api-1-0001").then().statusCode(200);
        answer.body("sale.phase", equalTo("settled"))
                .body("sale.captured.value", equalTo(3000))
                .body("sale.refunded.value", equalTo(1000))
                .body("sale.reserved.value", equalTo(0))
                .body("sale.shop", equalTo("oslo-s"))
                .body("payments", hasSize(1))
                .body("payments[0].state", equalTo("AUTHORIZED"))
                .body("operations", hasSize(4))
                .body("entries.amount.value.sum()", equalTo(0))
                .body("timeline[0].title", equalTo("Sale opened"))
                .body("timeline[0].id", notNullValue());
        var id = answer.extract().jsonPath().getString("timeline[0].id");
        given().get("/api/sales/" + MSN + "/api-1-0001/messages/" + id)
                .then()
                .statusCode(200)
                .body("type", equalTo("kvitt.sale.opened.v1"))
                .body("body.amount.value", equalTo(5000));
        given().get("/api/takings?from=2026-11-01&to=2026-11-30&msn=" + MSN)
                .then()
                .statusCode(200)
                .body("items[0].day", equalTo("2026-11-21"))
                .body("items[0].shop", equalTo("oslo-s"));
    }

    @Test
    void sales_are_found_page_by_page() {
        for (var number = 1; number <= 5; number++) {
            topic.send(Stories.declined(MSN, "page-1-000" + number));
        }
        for (var number = 1; number <= 5; number++) {
            until("page-1-000" + number, "aborted");
        }
        var first = given().get("/api/sales?q=page-1-&limit=2").jsonPath();
        assertThat(first.getList("items.saleId")).hasSize(2);
        var second = given().get("/api/sales?q=page-1-&limit=3&after=" + first.getString("next"))
                .then()
                .body("items", hasSize(3))
                .body("next", nullValue())
                .extract()
                .jsonPath();
        assertThat(second.getList("items.saleId")).doesNotContainAnyElementsOf(first.getList("items.saleId"));
        given().get("/api/sales?q=page-1-0003-1")
                .then()
                .body("items.saleId", equalTo(java.util.List.of("page-1-0003")));
        given().get("/api/sales?q=page-1-&till=machine-1&phase=aborted&min=4900&max=4900&from=2026-11-21&to=2026-11-22")
                .then()
                .body("items", hasSize(5));
        given().get("/api/sales?q=page-1-&min=4901").then().body("items", hasSize(0));
        // A sign that means something in a pattern is only a sign.
        given().get("/api/sales?q=page_1").then().body("items", hasSize(0));
    }

    @Test
    void what_is_asked_wrongly_is_answered_with_what_to_do() {
        given().get("/api/sales?limit=0")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("bad-limit"));
        given().get("/api/sales?from=yesterday").then().statusCode(400).body("code", equalTo("bad-time"));
        given().get("/api/sales?after=x").then().statusCode(400).body("code", equalTo("bad-after"));
        given().get("/api/sales/123456/no-such-sale").then().statusCode(404).body("code", equalTo("no-such-sale"));
        given().get("/api/takings?from=x").then().statusCode(400).body("code", equalTo("bad-day"));
        given().get("/api/takings?from=2025-01-01&to=2026-01-02")
                .then()
                .statusCode(400)
                .body("code", equalTo("too-many-days"));
        given().get("/api/sales?phase=paid")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-phase"))
                .body("detail", containsString("open, asked, reserved"));
    }

    @Test
    void what_no_row_can_hold_is_not_looked_for() {
        for (var name : List.of("q", "msn", "shop", "till", "phase")) {
            given().urlEncodingEnabled(false)
                    .get("/api/sales?" + name + "=%00")
                    .then()
                    .statusCode(400);
        }
        given().urlEncodingEnabled(false)
                .get("/api/sales/123456/no%00sale")
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/api/sales/123456/no-such-sale/messages/%00:" + new UUID(0, 0))
                .then()
                .statusCode(404);
    }

    @Test
    void what_nobody_can_read_and_what_no_row_can_hold_is_shown_and_stops_nothing() {
        var story = Stories.vending(MSN, "poison-0001");
        var key = MSN + "/poison-0001";
        topic.send(
                "payment.events",
                key,
                Map.of("ce_type", "kvitt.payment.parked.v1"),
                "no json".getBytes(StandardCharsets.UTF_8));
        var unknown = new java.util.HashMap<>(EventCodec.headers(story.events().getFirst()));
        unknown.put("ce_type", "kvitt.sale.teleported.v1");
        topic.send("pos.sales", key, unknown, "{}".getBytes(StandardCharsets.UTF_8));
        topic.send(Stories.poison(MSN, "poison-0001"));
        topic.send(story);
        until("poison-0001", "settled");
        // One of them is on another topic, which is read when it is read.
        Eventually.holds(
                "all is read", () -> lines("poison-0001") == story.events().size() + 3);
        var answer = given().get("/api/sales/" + key).jsonPath();
        assertThat(answer.getList("timeline.title", String.class))
                .filteredOn("Message that cannot be read"::equals)
                .hasSize(3);
        assertThat(answer.getBoolean("sale.parked")).isFalse();
    }
}
