package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;

import dev.kvitt.sandbox.contract.ContractFilter;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;

/** Reads ledgers, and turns their dial. */
final class Reports {

    static final String DEMO_LEDGER = "30" + Api.DEMO.msn();

    private Reports() {}

    /** The date that is open on a Norwegian ledger. */
    static LocalDate today() {
        return todayIn(Duration.ZERO);
    }

    /** The date that is open there so much later. */
    static LocalDate todayIn(Duration later) {
        String now = given().get("/sandbox/v1/clock").jsonPath().getString("now");
        return LocalDate.ofInstant(Instant.parse(now).plus(later), ZoneId.of("Europe/Oslo"));
    }

    /** As an accounting system does. */
    static RequestSpecification accountant() {
        String pair = Base64.getEncoder()
                .encodeToString("demo-accounting-id:demo-accounting-secret".getBytes(StandardCharsets.UTF_8));
        String token = given().contentType(ContentType.URLENC)
                .header("Authorization", "Basic " + pair)
                .formParam("grant_type", "client_credentials")
                .post("/miami/v1/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().filter(ContractFilter.official()).header("Authorization", "Bearer " + token);
    }

    static ValidatableResponse feed(Api api, String topic, String cursor) {
        return api.call()
                .queryParam("cursor", cursor)
                .get("/report/v2/ledgers/{id}/{topic}/feed", "30" + api.msn(), topic)
                .then();
    }

    /** The place after all rows so far. */
    static String end(Api api, String topic) {
        String cursor = "";
        JsonPath page = feed(api, topic, cursor).statusCode(200).extract().jsonPath();
        while (!page.getBoolean("tryLater")) {
            cursor = page.getString("cursor");
            page = feed(api, topic, cursor).statusCode(200).extract().jsonPath();
        }
        return page.getString("cursor");
    }

    static ValidatableResponse date(Api api, String topic, LocalDate date, String cursor) {
        return api.call()
                .queryParam("cursor", cursor)
                .get("/report/v2/ledgers/{id}/{topic}/dates/{date}", "30" + api.msn(), topic, date.toString())
                .then();
    }

    static ValidatableResponse agree(Api api, String terms) {
        return dial(terms).patch("/sandbox/v1/ledgers/{id}", "30" + api.msn()).then();
    }

    static ValidatableResponse book(Api api, String row) {
        return dial(row).post("/sandbox/v1/ledgers/{id}/rows", "30" + api.msn()).then();
    }

    static ValidatableResponse makeUp(Api api, String wish) {
        return dial(wish)
                .post("/sandbox/v1/ledgers/{id}/made-up", "30" + api.msn())
                .then();
    }

    static ValidatableResponse twist(String twist) {
        return dial(twist).post("/sandbox/v1/report-twists").then();
    }

    static ValidatableResponse inPortal(Api api, String reference, String deed, String body) {
        return dial(body)
                .post("/sandbox/v1/payments/{msn}/{reference}/portal/{deed}", api.msn(), reference, deed)
                .then();
    }

    private static RequestSpecification dial(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }
}
