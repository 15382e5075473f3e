package dev.kvitt.operations;

import static io.restassured.RestAssured.given;

import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import org.junit.jupiter.api.Test;

@OperationsTest
class HealthTest {

    @Test
    void the_service_says_when_it_is_ready_and_alive() {
        Eventually.holds("ready", () -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
