package dev.kvitt.operations.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.FakeIssuer;
import dev.kvitt.operations.support.OperationsTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who log in at an issuer of OpenID Connect, and no list of users. */
@QuarkusTest
@TestProfile(IssuerTest.WithIssuer.class)
@QuarkusTestResource(
        value = KvittTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "operations"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OperationsTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = FakeIssuer.class, restrictToAnnotatedClass = true)
class IssuerTest {

    public static final class WithIssuer implements QuarkusTestProfile {}

    private static String parameter(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        assertThat(found.find()).as("%s in %s", name, address).isTrue();
        return found.group(1);
    }

    @BeforeEach
    void nobody() {
        EverybodyMay.nobody();
    }

    @Test
    void a_token_of_the_issuer_is_good_for_the_roles_that_its_claim_names() {
        given().auth()
                .oauth2(FakeIssuer.token("bo", List.of("viewer", "finance"), null))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("bo"))
                .body("roles", contains("finance", "viewer"));
        given().auth().oauth2("e30.e30.c2ln").get("/api/me").then().statusCode(401);
    }

    @Test
    void a_token_that_the_issuer_made_for_another_program_is_good_for_nothing() {
        given().auth()
                .oauth2(FakeIssuer.token("bo", List.of("operator", "viewer"), null, "another-program"))
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @Test
    void whoever_is_called_anything_decides_under_an_id_of_their_own_and_the_audit_has_the_name() {
        for (var name : List.of("Åse", "Øse")) {
            given().auth()
                    .oauth2(FakeIssuer.token(name, List.of("operator"), null))
                    .contentType("application/json")
                    .body(Map.of("reason", "the customer left"))
                    .post("/api/parked/123456/issuer-0001/unpark")
                    .then()
                    .statusCode(202);
        }
        given().auth()
                .oauth2(FakeIssuer.token("bo", List.of("viewer"), null))
                .get("/api/audit?key=123456/issuer-0001")
                .then()
                .body("items.details.name", contains("Øse", "Åse"))
                .body("items[0].who", startsWith("u._se-"))
                .body("items[1].who", startsWith("u._se-"))
                .body("items.who.unique()", hasSize(2));
    }

    @Test
    void a_person_is_sent_to_the_issuer_comes_back_logged_in_and_logs_out_there() {
        var browser = new Browser();
        var sent = browser.get("/console");
        assertThat(sent.statusCode()).isEqualTo(302);
        var address = sent.header("Location");
        assertThat(URI.create(address).getPath()).isEqualTo("/authorize");
        assertThat(parameter(address, "code_challenge_method")).isEqualTo("S256");
        FakeIssuer.nextLogin(parameter(address, "nonce"));
        var back = browser.get("/console?code=once&state=" + parameter(address, "state"));
        assertThat(back.statusCode()).isEqualTo(302);
        var page = browser.get("/console");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("anna", "operator", "href=\"/console/leave\">Log out");

        var leaving = browser.get("/console/leave");
        assertThat(leaving.statusCode()).isEqualTo(302);
        address = leaving.header("Location");
        assertThat(URI.create(address).getPath()).isEqualTo("/end-session");
        assertThat(parameter(address, "id_token_hint")).isNotEmpty();
        var left = URLDecoder.decode(parameter(address, "post_logout_redirect_uri"), StandardCharsets.UTF_8);
        assertThat(URI.create(left).getPath()).isEqualTo("/console/left");
        assertThat(browser.get("/console/left").asString()).contains("You are logged out");
        assertThat(browser.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void who_logs_in_at_the_issuer_finds_no_other_login() {
        given().get("/console/login").then().statusCode(404);
    }
}
