package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that are gone must not fill the sandbox's memory. */
@QuarkusTest
@TestProfile(PendingLimitTest.FewPending.class)
class PendingLimitTest {

    private static final Api API = Api.DEMO;
    private static final String CREATED = "epayments.payment.created.v1";

    public static class FewPending implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sandbox.allow-loopback-http", "true",
                    "sandbox.rate-limits", "false",
                    "sandbox.webhooks.pending-limit", "2");
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void beyond_the_limit_an_event_is_never_sent_and_once_there_is_room_the_next_is() {
        Receiver gone = Receiver.start();
        String registration = API.register(gone.url("/hook"), CREATED).extract().path("id");
        gone.close();
        assertThat(isLost(API.created())).isFalse();
        assertThat(isLost(API.created())).isFalse();
        assertThat(isLost(API.created())).isTrue();

        API.call().delete("/webhooks/v1/webhooks/{id}", registration).then().statusCode(204);
        given().contentType(ContentType.JSON)
                .body("{\"advance\":\"P8D\"}")
                .post("/sandbox/v1/clock")
                .then()
                .statusCode(200);
        try (Receiver receiver = Receiver.start()) {
            API.register(receiver.url("/hook"), CREATED).statusCode(201);
            String sent = firstThatIsNotLost();
            assertThat(receiver.next().json().getString("reference")).isEqualTo(sent);
        }
    }

    /** What was given up is forgotten a moment after the clock was moved. */
    private static String firstThatIsNotLost() {
        String reference = API.created();
        while (isLost(reference)) {
            reference = API.created();
        }
        return reference;
    }

    private static boolean isLost(String reference) {
        return given().queryParam("reference", reference)
                .queryParam("kind", "delivery")
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("entries.problem")
                .contains("BACKLOG_FULL");
    }
}
