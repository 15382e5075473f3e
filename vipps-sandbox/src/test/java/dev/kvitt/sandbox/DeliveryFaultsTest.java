package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kvitt.vipps.rules.webhook.SignatureVerdict;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks can be made to go wrong in every way in which they go wrong in the world. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class DeliveryFaultsTest {

    private static final Api API = Api.OTHER;

    private Receiver receiver;
    private String registration;
    private WebhookSecret secret;

    @BeforeEach
    void register() {
        receiver = Receiver.start();
        ExtractableResponse<Response> registered = API.register(
                        receiver.url("/hook"),
                        "epayments.payment.created.v1",
                        "epayments.payment.authorized.v1",
                        "epayments.payment.captured.v1")
                .statusCode(201)
                .extract();
        registration = registered.path("id");
        secret = new WebhookSecret(registered.path("secret"));
    }

    @AfterEach
    void allIsWellAgain() {
        Faults.clear();
        API.call().delete("/webhooks/v1/webhooks/{id}", registration).then().statusCode(204);
        receiver.close();
    }

    @Test
    void a_dropped_event_never_comes_and_the_next_ones_do() {
        Faults.seeded(1, "{\"id\":\"lost\",\"kind\":\"DROP\",\"event\":\"epayments.payment.authorized.v1\"}");
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 1000).statusCode(200);

        assertThat(names(2)).containsExactly("CREATED", "CAPTURED");
        deliveries(reference, "epayments.payment.authorized.v1")
                .body("entries", hasSize(1))
                .body("entries[0].attempt", equalTo(0))
                .body("entries[0].problem", equalTo("DROPPED"))
                .body("entries[0].faults", contains("lost"));
    }

    @Test
    void an_event_comes_as_often_as_wanted_and_is_the_same_each_time() {
        Faults.seeded(1, "{\"kind\":\"DOUBLE\",\"copies\":2,\"event\":\"epayments.payment.created.v1\"}");
        API.authorized();

        List<Receiver.Delivery> four = List.of(receiver.next(), receiver.next(), receiver.next(), receiver.next());
        assertThat(four)
                .extracting(Receiver.Delivery::name)
                .containsExactly("CREATED", "CREATED", "CREATED", "AUTHORIZED");
        assertThat(four.subList(0, 3))
                .extracting(Receiver.Delivery::text)
                .containsOnly(four.getFirst().text());
    }

    @Test
    void a_late_event_holds_back_its_own_payment_until_the_clock_has_come_to_it() {
        String late = Api.newReference();
        Faults.seeded(1, "{\"kind\":\"LATE\",\"by\":\"PT2H\",\"reference\":\"" + late + "\"}");
        API.create(late, Api.newKey(), Bodies.webRedirect(late)).statusCode(201);
        API.act(late, "approve").statusCode(200);
        String other = API.created();
        assertThat(receiver.next().json().getString("reference")).isEqualTo(other);
        deliveries(late, "epayments.payment.created.v1").body("entries", hasSize(0));

        advance("PT2H");
        assertThat(names(2)).containsExactly("CREATED", "AUTHORIZED");
    }

    @Test
    void payments_change_places_and_the_events_of_one_payment_do_not() {
        Faults.seeded(1, "{\"kind\":\"OUT_OF_ORDER\",\"window\":3}");
        String first = API.authorized();
        String second = API.created();

        List<Receiver.Delivery> three = List.of(receiver.next(), receiver.next(), receiver.next());
        assertThat(three)
                .extracting(delivery -> delivery.json().getString("reference"))
                .containsExactly(second, first, first);
        assertThat(three).extracting(Receiver.Delivery::name).containsExactly("CREATED", "CREATED", "AUTHORIZED");
    }

    @Test
    void the_events_of_one_payment_change_places_where_asked_for() {
        Faults.seeded(1, "{\"kind\":\"OUT_OF_ORDER\",\"window\":3,\"withinPayment\":true}");
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 1000).statusCode(200);

        assertThat(names(3)).containsExactly("CAPTURED", "AUTHORIZED", "CREATED");
    }

    @Test
    void what_waits_for_others_to_change_places_with_does_not_wait_for_ever() {
        Faults.seeded(1, "{\"kind\":\"OUT_OF_ORDER\",\"window\":100}");
        String reference = API.created();
        deliveries(reference, "epayments.payment.created.v1").body("entries", hasSize(0));

        advance("PT5S");
        assertThat(receiver.next().json().getString("reference")).isEqualTo(reference);
    }

    @Test
    void a_bad_signature_is_one_and_the_retry_may_be_right() {
        Faults.seeded(1, "{\"kind\":\"BAD_SIGNATURE\",\"attempts\":1}");
        receiver.answer(401);
        API.created();

        assertThat(verdict(receiver.next())).isInstanceOf(SignatureVerdict.SignatureMismatch.class);
        assertThat(verdict(receiver.next())).isInstanceOf(SignatureVerdict.Genuine.class);
    }

    @Test
    void a_forged_body_does_not_fit_its_hash() {
        Faults.seeded(1, "{\"kind\":\"FORGED_BODY\",\"times\":1}");
        API.created();

        Receiver.Delivery forged = receiver.next();
        assertThat(verdict(forged)).isInstanceOf(SignatureVerdict.ContentHashMismatch.class);
        assertThat(forged.json().getInt("amount.value")).isEqualTo(5001);
    }

    @Test
    void an_old_date_is_rightly_signed() {
        Faults.seeded(1, "{\"kind\":\"OLD_DATE\",\"by\":\"P3D\"}");
        API.created();

        Receiver.Delivery old = receiver.next();
        Instant date = ZonedDateTime.parse(old.signature().date(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(verdict(old)).isInstanceOf(SignatureVerdict.Genuine.class);
        assertThat(Duration.between(date, Instant.now())).isGreaterThan(Duration.ofDays(2));
    }

    private SignatureVerdict verdict(Receiver.Delivery delivery) {
        WebhookTarget target = WebhookTarget.of(URI.create(receiver.url("/hook")));
        return WebhookSignature.verify(secret, target, delivery.signature(), delivery.body());
    }

    private List<String> names(int count) {
        return Stream.generate(receiver::next)
                .limit(count)
                .map(Receiver.Delivery::name)
                .toList();
    }

    private static ValidatableResponse deliveries(String reference, String event) {
        return given().queryParam("reference", reference)
                .queryParam("event", event)
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200);
    }

    private static void advance(String by) {
        given().contentType(ContentType.JSON)
                .body("{\"advance\":\"" + by + "\"}")
                .post("/sandbox/v1/clock")
                .then()
                .statusCode(200)
                .body("settled", equalTo(true));
    }
}
