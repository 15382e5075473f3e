package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class WebhookDeliveryTest {

    private static final Api API = Api.OTHER;
    private static final String[] EVENTS = {
        "epayments.payment.created.v1",
        "epayments.payment.authorized.v1",
        "epayments.payment.captured.v1",
        "epayments.payment.cancelled.v1"
    };

    private Receiver receiver;
    private String registration;

    @BeforeEach
    void register() {
        receiver = Receiver.start();
        registration = API.register(receiver.url("/hook"), EVENTS)
                .statusCode(201)
                .extract()
                .path("id");
    }

    @AfterEach
    void unregister() {
        Faults.clear();
        API.call().delete("/webhooks/v1/webhooks/{id}", registration).then().statusCode(204);
        receiver.close();
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK, rules = "order is kept per payment")
    void failed_deliveries_are_tried_again_and_keep_their_order() {
        receiver.answer(500, 503, 302);
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 3000).statusCode(200);

        assertThat(List.of(receiver.next(), receiver.next(), receiver.next(), receiver.next()))
                .extracting(Receiver.Delivery::name)
                .containsOnly("CREATED");
        assertThat(receiver.next().name()).isEqualTo("AUTHORIZED");
        assertThat(receiver.next().name()).isEqualTo("CAPTURED");
        journalShows(reference, "[0].attempt", 1);
        journalShows(reference, "[0].status", 500);
        journalShows(reference, "[2].status", 302);
        journalShows(reference, "[3].attempt", 4);
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK, rules = "a failure holds back its own payment only")
    void a_failure_holds_back_its_own_payment_only() {
        int failures = 100;
        receiver.answer(IntStream.generate(() -> 500).limit(failures).toArray());
        String first = API.created();
        String second = API.created();

        int delivery = 1;
        while (!receiver.next().json().getString("reference").equals(second)) {
            delivery++;
        }
        assertThat(delivery).as("the first payment has only failed so far").isLessThan(failures);
        journalHas(first, "status.findAll { it == 200 }", empty());
    }

    @Test
    @Covers(
            operation = ApiOperation.DELIVER_WEBHOOK,
            rules = {"no answer in time is a failure", "at least once"})
    void a_receiver_that_does_not_answer_in_time_has_failed() {
        receiver.answer(Receiver.NEVER);
        String reference = API.created();

        assertThat(receiver.next().json().getString("reference")).isEqualTo(reference);
        API.act(reference, "approve").statusCode(200);
        assertThat(receiver.next().name()).isEqualTo("AUTHORIZED");
        journalShows(reference, "[0].status", 0);
        journalShows(reference, "[1].attempt", 2);
    }

    @Test
    @Covers(operation = ApiOperation.DELETE_WEBHOOK, rules = "nothing more is delivered")
    void a_deleted_registration_gets_nothing_more() {
        String second = API.register(receiver.url("/second"), "epayments.payment.authorized.v1")
                .statusCode(201)
                .extract()
                .path("id");
        API.call().delete("/webhooks/v1/webhooks/{id}", second).then().statusCode(204);
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 100).statusCode(200);

        assertThat(List.of(receiver.next(), receiver.next(), receiver.next()))
                .extracting(Receiver.Delivery::pathAndQuery)
                .containsOnly("/hook");
        journalHas(reference, "registration", everyItem(equalTo(registration)));
    }

    @Test
    void everything_is_delivered_twice_when_asked_for() {
        Faults.seeded(1, "{\"kind\":\"DOUBLE\"}");
        String reference = API.created();
        API.act(reference, "approve").statusCode(200);

        List<Receiver.Delivery> four = List.of(receiver.next(), receiver.next(), receiver.next(), receiver.next());
        assertThat(four)
                .extracting(Receiver.Delivery::name)
                .containsExactly("CREATED", "CREATED", "AUTHORIZED", "AUTHORIZED");
        assertThat(four.get(0).text()).isEqualTo(four.get(1).text());
    }

    @Test
    @Covers(
            operation = ApiOperation.DELIVER_WEBHOOK,
            rules = "each event has its own pspReference and the key that caused it")
    @Covers(
            operation = ApiOperation.EVENT_LOG,
            rules = {"each event has its own pspReference", "each event names the key that caused it"})
    void an_event_carries_its_own_psp_reference_and_the_key_that_caused_it() {
        String reference = API.authorized();
        receiver.next();
        Receiver.Delivery authorized = receiver.next();
        String captureKey = Api.newKey();
        API.capture(reference, captureKey, 1000).statusCode(200);
        Receiver.Delivery captured = receiver.next();

        List<String> all = API.events(reference).extract().path("pspReference");
        assertThat(all).doesNotHaveDuplicates().hasSize(3);
        API.events(reference)
                .body("[2].idempotencyKey", equalTo(captureKey))
                .body("[1].pspReference", equalTo(authorized.json().getString("pspReference")))
                .body("[2].pspReference", equalTo(captured.json().getString("pspReference")));
        assertThat(captured.json().getString("idempotencyKey")).isEqualTo(captureKey);
        assertThat(captured.json().getString("msn")).isEqualTo(API.msn());
        assertThat(captured.json().getInt("amount.value")).isEqualTo(1000);
        assertThat(authorized.json().getString("captureGuaranteedUntil")).isNotBlank();
    }

    @Test
    @Covers(operation = ApiOperation.DELIVER_WEBHOOK, rules = "to the sales unit's own registrations only")
    void other_merchants_events_are_not_delivered() {
        String foreign = Api.DEMO.created();
        String own = API.created();

        assertThat(receiver.next().json().getString("reference")).isEqualTo(own);
        assertThat(receiver.isEmpty()).isTrue();
        journalHas(foreign, "registration", not(hasItem(registration)));
    }

    private static void journalShows(String reference, String field, int value) {
        journalHas(reference, field, equalTo(value));
    }

    private static void journalHas(String reference, String field, Matcher<?> matcher) {
        given().queryParam("reference", reference)
                .queryParam("kind", "delivery")
                .get("/sandbox/v1/journal")
                .then()
                .body(field.startsWith("[") ? "entries" + field : "entries." + field, matcher);
    }
}
