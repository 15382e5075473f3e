package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Turns the fault dial. */
final class Faults {

    private Faults() {}

    /** @param faults JSON objects; they replace all others */
    static void seeded(long seed, String... faults) {
        put("{\"seed\":" + seed + ",\"faults\":[" + String.join(",", faults) + "]}")
                .statusCode(200);
    }

    static ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/sandbox/v1/faults")
                .then();
    }

    static ValidatableResponse add(String fault) {
        return given().contentType(ContentType.JSON)
                .body(fault)
                .post("/sandbox/v1/faults")
                .then();
    }

    static ValidatableResponse get() {
        return given().get("/sandbox/v1/faults").then().statusCode(200);
    }

    static void clear() {
        given().delete("/sandbox/v1/faults").then().statusCode(200);
    }
}
