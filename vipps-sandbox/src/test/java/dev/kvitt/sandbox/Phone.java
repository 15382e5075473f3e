package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Is a customer, with the sandbox's control API. */
final class Phone {

    private Phone() {}

    static ValidatableResponse customer(String phone) {
        return given().get("/sandbox/v1/customers/{phone}", phone).then().statusCode(200);
    }

    static ValidatableResponse change(String phone, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/sandbox/v1/customers/{phone}", phone)
                .then();
    }

    /** @param form vipps or mobilePay */
    static String personalQr(String phone, String form) {
        return given().post("/sandbox/v1/customers/{phone}/personal-qr", phone)
                .then()
                .statusCode(200)
                .extract()
                .path(form + ".content");
    }

    static ValidatableResponse approve(Api api, String reference, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/sandbox/v1/payments/{msn}/{reference}/approve", api.msn(), reference)
                .then();
    }

    /** Lets time pass by the sandbox's clock. */
    static void letPass(String duration) {
        given().contentType(ContentType.JSON)
                .body("{\"advance\":\"" + duration + "\"}")
                .post("/sandbox/v1/clock")
                .then()
                .statusCode(200);
    }
}
