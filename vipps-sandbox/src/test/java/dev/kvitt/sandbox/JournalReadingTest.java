package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What tests can assert on. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class JournalReadingTest {

    private static final Api API = Api.DEMO;
    private static final long DEADLINE_SECONDS = 30;

    @Test
    void a_reader_can_wait_for_what_has_not_happened_yet() throws Exception {
        String reference = API.authorized();
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonPath> captures = reading.submit(() -> given().queryParam("reference", reference)
                    .queryParam("operation", "CAPTURE")
                    .queryParam("wait", "PT20S")
                    .get("/sandbox/v1/journal")
                    .jsonPath());
            API.capture(reference, Api.newKey(), 100).statusCode(200);

            assertThat(captures.get(DEADLINE_SECONDS, TimeUnit.SECONDS).getList("entries.status", Integer.class))
                    .containsExactly(200);
        }
    }

    @Test
    void nobody_waits_for_ever() {
        given().queryParam("reference", "nobody-asked-for-this")
                .queryParam("wait", "PT0.05S")
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200)
                .body("entries", hasSize(0));
        for (String wait : List.of("PT2M", "PT-1S", "soon")) {
            given().queryParam("wait", wait).get("/sandbox/v1/journal").then().statusCode(400);
        }
    }

    @Test
    void effects_are_counted_per_operation_and_reference() {
        String reference = API.authorized();
        String key = Api.newKey();
        API.capture(reference, key, 1000).statusCode(200);
        API.capture(reference, key, 1000).statusCode(200);
        API.capture(reference, Api.newKey(), 90_000).statusCode(400);
        API.get(reference).statusCode(200);

        given().queryParam("reference", reference)
                .get("/sandbox/v1/journal/counts")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("counts.operation", contains("CREATE", "CAPTURE", "GET"))
                .body("counts.requests", contains(1, 3, 1))
                .body("counts.effects", contains(1, 1, 0))
                .body("counts.replays", contains(0, 1, 0));
    }

    @Test
    void paths_that_no_api_has_and_callers_without_keys_are_written_too() {
        int since = given().get("/sandbox/v1/journal").then().extract().path("last");
        given().get("/epayment/v1/no-such-thing").then().statusCode(404);
        given().header("Merchant-Serial-Number", API.msn())
                .get("/epayment/v1/payments/never-created-{n}", 1)
                .then()
                .statusCode(401);

        given().queryParam("since", since)
                .queryParam("api", "EPAYMENT")
                .queryParam("operation", "UNKNOWN")
                .get("/sandbox/v1/journal")
                .then()
                .body("entries.status", hasItem(404));
        given().queryParam("since", since)
                .queryParam("msn", API.msn())
                .queryParam("reference", "never-created-1")
                .get("/sandbox/v1/journal")
                .then()
                .body("entries.status", contains(401))
                .body("entries.operation", contains("GET"));
    }
}
