package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import dev.kvitt.vipps.rules.webhook.RetryLadder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks and the sandbox's clock. */
@QuarkusTest
@TestProfile(RealLadder.class)
class WebhookTimeTest {

    private static final Api API = Api.DEMO;
    private static final String CREATED = "epayments.payment.created.v1";

    @AfterEach
    void nothingIsLeftBehind() {
        Faults.clear();
        List<String> ids =
                API.call().get("/webhooks/v1/webhooks").then().extract().path("webhooks.id");
        ids.forEach(id -> API.call().delete("/webhooks/v1/webhooks/{id}", id));
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK, rules = "retry ladder")
    void an_event_nobody_takes_is_tried_as_the_ladder_says_for_seven_days_and_never_again() {
        Receiver gone = Receiver.start();
        API.register(gone.url("/hook"), CREATED).statusCode(201);
        gone.close();
        String reference = API.created();

        advance("P8D").body("settled", equalTo(true));
        JsonPath journal = deliveries(reference);
        List<String> times = journal.getList("entries.at");
        List<Integer> attempts = journal.getList("entries.attempt");
        assertThat(attempts)
                .isEqualTo(IntStream.rangeClosed(1, attempts.size()).boxed().toList());
        assertThat(RetryLadder.delayAfter(attempts.size())).isEmpty();
        for (int failed = 1; failed < times.size(); failed++) {
            assertThat(Duration.between(Instant.parse(times.get(failed - 1)), Instant.parse(times.get(failed))))
                    .isGreaterThanOrEqualTo(RetryLadder.delayAfter(failed).orElseThrow());
        }
        advance("P2D");
        assertThat(deliveries(reference).getList("entries.attempt")).hasSize(attempts.size());
    }

    @Test
    void time_stops_at_every_moment_at_which_something_is_due() {
        try (Receiver receiver = Receiver.start()) {
            API.register(receiver.url("/hook"), CREATED).statusCode(201);
            String second = Api.newReference();
            String first = Api.newReference();
            Faults.seeded(1, late(second, "PT2H"), late(first, "PT1H"));
            API.create(second, Api.newKey(), Bodies.webRedirect(second)).statusCode(201);
            API.create(first, Api.newKey(), Bodies.webRedirect(first)).statusCode(201);
            Instant start = now();
            advance("PT3H").body("settled", equalTo(true));

            Instant firstAt = Instant.parse(deliveries(first).getString("entries[0].at"));
            Instant secondAt = Instant.parse(deliveries(second).getString("entries[0].at"));
            assertThat(firstAt).isBefore(start.plus(Duration.ofHours(2)));
            assertThat(secondAt).isAfter(firstAt).isBefore(start.plus(Duration.ofHours(3)));
            assertThat(receiver.next().json().getString("reference")).isEqualTo(first);
        }
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK, rules = "an endpoint dead for two weeks loses its registration")
    void an_endpoint_that_fails_for_two_weeks_loses_its_registration() {
        Receiver gone = Receiver.start();
        String id = API.register(gone.url("/hook"), CREATED).extract().path("id");
        gone.close();
        API.created();

        advance("P13D");
        API.call().get("/webhooks/v1/webhooks").then().body("webhooks.id", hasItem(id));
        advance("P1D");
        API.call().get("/webhooks/v1/webhooks").then().body("webhooks.id", not(hasItem(id)));
    }

    @Test
    void one_success_is_enough_to_keep_a_registration() {
        try (Receiver receiver = Receiver.start()) {
            String id = API.register(receiver.url("/hook"), CREATED).extract().path("id");
            receiver.answer(500);
            API.created();
            receiver.next();
            advance("PT10S");
            receiver.next();

            advance("P20D");
            API.call().get("/webhooks/v1/webhooks").then().body("webhooks.id", hasItem(id));
        }
    }

    @Test
    void a_compressed_clock_lets_a_payment_expire_in_a_moment() {
        try (Receiver receiver = Receiver.start()) {
            API.register(receiver.url("/hook"), "epayments.payment.expired.v1").statusCode(201);
            String reference = API.created();
            clock("{\"speed\":3600}").statusCode(200).body("speed", equalTo(3600));

            assertThat(receiver.next().json().getString("reference")).isEqualTo(reference);
            Instant before = now();
            clock("{\"speed\":1}").statusCode(200).body("speed", equalTo(1));
            assertThat(now()).isAfterOrEqualTo(before);
        }
    }

    @Test
    void a_speed_that_cannot_be_is_refused() {
        for (String body : List.of(
                "{\"speed\":0}",
                "{\"speed\":100001}",
                "{\"speed\":-1}",
                "{}",
                "{\"speed\":1.5}",
                "{\"back\":\"PT1H\"}")) {
            clock(body).statusCode(400);
        }
    }

    @Test
    void too_many_events_behind_a_stuck_one_are_lost_and_the_journal_says_so() {
        try (Receiver receiver = Receiver.start()) {
            API.register(
                            receiver.url("/hook"),
                            CREATED,
                            "epayments.payment.authorized.v1",
                            "epayments.payment.captured.v1")
                    .statusCode(201);
            receiver.answer(Receiver.NEVER);
            String reference = API.authorized();
            API.capture(reference, Api.newKey(), 100).statusCode(200);
            API.capture(reference, Api.newKey(), 100).statusCode(200);

            given().queryParam("reference", reference)
                    .queryParam("kind", "delivery")
                    .queryParam("wait", "PT20S")
                    .get("/sandbox/v1/journal")
                    .then()
                    .body("entries", hasSize(1))
                    .body("entries[0].event", equalTo("epayments.payment.captured.v1"))
                    .body("entries[0].problem", equalTo("BACKLOG_FULL"));
        }
    }

    private static String late(String reference, String by) {
        return "{\"kind\":\"LATE\",\"by\":\"" + by + "\",\"reference\":\"" + reference + "\"}";
    }

    private static ValidatableResponse advance(String by) {
        return clock("{\"advance\":\"" + by + "\"}").statusCode(200);
    }

    private static ValidatableResponse clock(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/sandbox/v1/clock")
                .then();
    }

    private static Instant now() {
        return Instant.parse(given().get("/sandbox/v1/clock").then().extract().path("now"));
    }

    private static JsonPath deliveries(String reference) {
        return given().queryParam("reference", reference)
                .queryParam("kind", "delivery")
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
