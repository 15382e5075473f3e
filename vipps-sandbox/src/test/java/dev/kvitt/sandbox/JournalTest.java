package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SwitchedSandbox.class)
class JournalTest {

    private static final Api API = Api.DEMO;

    @Test
    void the_oldest_entries_are_dropped_beyond_the_limit() {
        for (int call = 0; call < 12; call++) {
            API.token();
        }
        int last = given().get("/sandbox/v1/journal").then().extract().path("last");

        given().get("/sandbox/v1/journal")
                .then()
                .body("entries.size()", equalTo(10))
                .body("entries[0].seq", equalTo(last - 9))
                .body("entries[9].seq", equalTo(last));
        given().queryParam("since", last - 3)
                .get("/sandbox/v1/journal")
                .then()
                .body("entries.size()", equalTo(3))
                .body("entries.seq", everyItem(greaterThan(last - 3)));
    }

    @Test
    void refused_calls_are_written_too_and_no_phone_number_or_token_ever_is() {
        given().get("/epayment/v1/payments/never-created").then().statusCode(401);
        API.putQr("machine-journal");
        String token = API.scan("machine-journal");
        String reference = Api.newReference();
        API.create(reference, Api.newKey(), Bodies.withToken(reference, token)).statusCode(201);

        String journal = given().get("/sandbox/v1/journal")
                .then()
                .body("entries.status", hasItem(401))
                .extract()
                .asString();
        assertThat(journal).contains(reference).doesNotContain(token).doesNotContain(Api.CUSTOMER);
    }

    @Test
    void a_kind_nobody_knows_is_refused() {
        given().queryParam("kind", "gossip").get("/sandbox/v1/journal").then().statusCode(400);
    }
}
