package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;

import dev.kvitt.sandbox.contract.ContractFilter;
import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.domain.ApiCall;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/**
 * A call that succeeds. {@link GoodCalls} makes all that it needs beforehand, so it can be made at once.
 *
 * @param path with its query
 * @param body null = none
 */
record GoodCall(ApiOperation operation, String method, String path, Map<String, String> headers, String body) {

    private static final String JSON = "application/json";

    ValidatableResponse send() {
        RequestSpecification request = given().filter(ContractFilter.official())
                .urlEncodingEnabled(false)
                .headers(headers);
        return (body == null ? request : request.body(body))
                .request(method, path)
                .then();
    }

    /** As somebody whom nobody knows. */
    ValidatableResponse sendWithoutKeys() {
        Map<String, String> bare = new HashMap<>(headers);
        bare.keySet().retainAll(java.util.Set.of("Content-Type", "Accept"));
        return new GoodCall(operation, method, path, bare, body).send();
    }

    GoodCall withBody(String other) {
        return new GoodCall(operation, method, path, headers, other);
    }

    GoodCall accepting(String mediaType) {
        return with("Accept", mediaType);
    }

    /** A body with its media type and a key. */
    GoodCall saying(String json) {
        return with("Content-Type", JSON).with("Idempotency-Key", Api.newKey()).withBody(json);
    }

    GoodCall with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new GoodCall(operation, method, path, more, body);
    }

    /** The operation's name on the fault dial and in the journal. */
    String dialName() {
        return ApiCall.of(method, path.replaceFirst("\\?.*", "")).orElseThrow().operation();
    }
}
