package dev.kvitt.operations.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import dev.kvitt.operations.support.AccessTestResource;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class ApiAccessTest {

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    @Test
    void a_token_says_who_asks_and_what_they_may_do() {
        given().auth()
                .oauth2(AccessTestResource.token("all"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("all"))
                .body("roles", contains("finance", "operator", "viewer"));
        given().auth()
                .oauth2(AccessTestResource.token("viewer"))
                .get("/api/me")
                .then()
                .body("roles", contains("viewer"));
    }

    @Test
    void without_a_token_or_with_nobodys_nothing_is_told() {
        given().get("/api/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
        given().auth()
                .oauth2(AccessTestResource.token("somebody"))
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @Test
    void what_a_browser_sends_by_itself_is_good_for_no_answer_below_api() {
        var browser = Browser.loggedIn("all");
        given().cookies(browser.cookies()).get("/api/me").then().statusCode(401);
    }

    @Test
    void a_change_below_api_needs_the_header_whatever_else_is_there() {
        var browser = Browser.loggedIn("all");
        given().cookies(browser.cookies())
                .contentType("application/json")
                .body("{}")
                .post("/api/me")
                .then()
                .statusCode(oneOf(401, 405));
    }
}
