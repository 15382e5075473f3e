package dev.kvitt.operations.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Requests of somebody with one role. */
public final class Asking {

    private Asking() {}

    /** @param role viewer, operator, finance, or all */
    public static RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + AccessTestResource.token(role))
                .contentType("application/json");
    }
}
