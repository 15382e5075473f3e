package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class IdempotencyTest {

    private static final Api API = Api.DEMO;

    @Test
    @Covers(operation = ApiOperation.CREATE, statuses = 201, rules = "a true retry gets the same answer")
    void a_retried_create_gets_the_same_answer_and_makes_no_second_payment() {
        String reference = Api.newReference();
        String key = Api.newKey();
        String first = API.create(reference, key, Bodies.webRedirect(reference))
                .statusCode(201)
                .extract()
                .asString();
        String spacedDifferently = Bodies.webRedirect(reference).replace(",", " ,\n");

        assertThat(API.create(reference, key, spacedDifferently)
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        API.events(reference).body("name", contains("CREATED"));
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, rules = "a true retry is done once")
    void a_retried_capture_is_answered_again_and_done_once() {
        String reference = API.authorized();
        String key = Api.newKey();
        String first =
                API.capture(reference, key, 3000).statusCode(200).extract().asString();
        API.cancel(reference, false).statusCode(200);

        assertThat(API.capture(reference, key, 3000).statusCode(200).extract().asString())
                .isEqualTo(first);
        API.get(reference).body("aggregate.capturedAmount.value", equalTo(3000));
        given().queryParam("reference", reference)
                .queryParam("kind", "request")
                .get("/sandbox/v1/journal")
                .then()
                .body("entries.findAll { it.path.endsWith('/capture') }.effect", contains(true, false))
                .body("entries.findAll { it.path.endsWith('/capture') }.replay", contains(false, true));
    }

    @Test
    @Covers(operation = ApiOperation.CREATE, codes = 4020, statuses = 409)
    @Covers(operation = ApiOperation.CAPTURE, codes = 4010, statuses = 409)
    @Covers(operation = ApiOperation.CANCEL, codes = 4020, statuses = 409)
    void a_key_with_another_body_is_a_conflict_with_its_own_code() {
        String reference = Api.newReference();
        String createKey = Api.newKey();
        API.create(reference, createKey, Bodies.webRedirect(reference)).statusCode(201);
        API.create(reference, createKey, Bodies.webRedirect(reference, 6000, "NOK"))
                .statusCode(409)
                .body("extraDetails[0].reason", equalTo("4020"));

        API.act(reference, "approve").statusCode(200);
        String captureKey = Api.newKey();
        API.capture(reference, captureKey, 1000).statusCode(200);
        API.capture(reference, captureKey, 2000).statusCode(409).body("extraDetails[0].reason", equalTo("4010"));
        API.get(reference).body("aggregate.capturedAmount.value", equalTo(1000));

        String cancelKey = Api.newKey();
        cancel(reference, cancelKey, true).statusCode(400);
        cancel(reference, cancelKey, false).statusCode(409).body("extraDetails[0].reason", equalTo("4020"));
        API.get(reference).body("aggregate.cancelledAmount.value", equalTo(0));
    }

    private static ValidatableResponse cancel(String reference, String key, boolean transactionOnly) {
        return API.json("{\"cancelTransactionOnly\":" + transactionOnly + "}")
                .header("Idempotency-Key", key)
                .post("/epayment/v1/payments/{reference}/cancel", reference)
                .then();
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, rules = "a refused request stays refused under its key")
    void a_refused_request_stays_refused_under_its_key() {
        String reference = API.created();
        String key = Api.newKey();
        API.capture(reference, key, 1000).statusCode(400);
        API.act(reference, "approve").statusCode(200);

        API.capture(reference, key, 1000).statusCode(400).body("extraDetails[0].reason", equalTo("6080"));
        API.capture(reference, Api.newKey(), 1000).statusCode(200);
    }

    @Test
    @Covers(operation = ApiOperation.CAPTURE, rules = "a true retry is done once")
    void the_same_capture_sent_by_many_at_once_happens_once() {
        String reference = API.authorized();
        String key = Api.newKey();
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 5)
                .mapToObj(call -> CompletableFuture.supplyAsync(
                        () -> API.capture(reference, key, 2000).extract().statusCode()))
                .toList();

        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(call).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(200));
        API.get(reference).body("aggregate.capturedAmount.value", equalTo(2000));
        API.events(reference).body("findAll { it.name == 'CAPTURED' }", hasSize(1));
    }
}
