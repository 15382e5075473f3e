package dev.kvitt.operations.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Doors;
import dev.kvitt.operations.support.OperationsTest;
import io.quarkus.test.common.WithTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far everybody is behind, with what is bad seen at once. */
@OperationsTest
@WithTestResource(Doors.class)
class LagPageTest {

    @BeforeEach
    void forget() {
        Doors.forget();
    }

    private static void backlog(String service, int outbox, int age, int parked, int timers, int tasks) {
        Doors.answer(
                service + " GET /operators/backlog",
                200,
                "{\"outbox\":%d,\"outboxAgeSeconds\":%d.5,\"parked\":%d,\"timersOverdue\":%d,\"tasksOverdue\":%d}"
                        .formatted(outbox, age, parked, timers, tasks));
    }

    private static String row(String page, String service) {
        var begin = page.indexOf("<th scope=\"row\">" + service);
        return page.substring(begin, page.indexOf("</tr>", begin));
    }

    @Test
    void what_is_bad_is_red_and_who_cannot_be_asked_is_named() {
        backlog("payment", 3, 2, 0, 0, 0);
        backlog("capture", 7, 41, 2, 1, 5);

        var answer = Browser.loggedIn("viewer").get("/console/lag");
        assertThat(answer.statusCode()).isEqualTo(200);
        var page = answer.asString();
        assertThat(page)
                .contains("missing here: checkin-service.", "hx-trigger=\"every 10s\"")
                .doesNotContain(" style=", "<style");
        assertThat(row(page, "payment-service")).contains(">3</span>").doesNotContain("tag bad");
        assertThat(row(page, "capture-service"))
                .contains("tag bad", "7, for 41 s: too long", "2: wait for a person", "1: late", "5: late");
        assertThat(row(page, "checkin-service")).contains("not known").doesNotContain("tag bad");
        assertThat(row(page, "operations-service"))
                .contains("<td data-label=\"Messages to read\"><span class=\"tag good\"");
    }

    @Test
    void its_own_backlog_is_told_over_the_api_as_well() {
        given().get("/api/lag")
                .then()
                .statusCode(200)
                .body("items.find { it.service == 'operations-service' }.backlog.parked", equalTo(0));
    }
}
