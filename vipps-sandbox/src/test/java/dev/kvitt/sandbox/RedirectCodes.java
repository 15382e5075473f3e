package dev.kvitt.sandbox;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Redirect codes of the demo merchant. */
final class RedirectCodes {

    static final String PATH = "/qr/v1/merchant-redirect";
    static final String ONE = PATH + "/{id}";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private RedirectCodes() {}

    static String newId() {
        return "billboard " + COUNTER.incrementAndGet() + " blåbær";
    }

    /** @return its id */
    static String create(String redirectUrl) {
        String id = newId();
        post(Map.of("id", id, "redirectUrl", redirectUrl)).statusCode(200);
        return id;
    }

    static ValidatableResponse post(Map<String, ?> body) {
        return json(body).post(PATH).then();
    }

    static ValidatableResponse put(String id, Map<String, ?> body) {
        return json(body).put(ONE, id).then();
    }

    /** @param size null = no such header */
    static ValidatableResponse get(String id, String accept, Integer size) {
        RequestSpecification call = Api.DEMO.call().accept(accept);
        return (size == null ? call : call.header("Size", size)).get(ONE, id).then();
    }

    static ValidatableResponse delete(String id) {
        return Api.DEMO.call().delete(ONE, id).then();
    }

    private static RequestSpecification json(Map<String, ?> body) {
        return Api.DEMO
                .call()
                .contentType("application/json; charset=utf-8")
                .body(body)
                .accept("image/png");
    }
}
