package dev.kvitt.checkin.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.store.SealingKeys;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class SealTest {

    @Inject
    SealingKeys keys;

    @ParameterizedTest
    @CsvSource({
        "PHONE_NUMBER, 4798765432",
        "PERSONAL_QR, https://qr.vipps.no/28/2/01/031/4712345678?v=1",
        "CUSTOMER_TOKEN, wbA8ceVRKkoYiQAVELHeFCC3Sn5dtNCvvEtVPiOT77j6wx7uR965AG6Q+q0ATP4="
    })
    void a_tills_value_is_sealed_to_the_key_of_the_day(String kind, String value) {
        var sealed = sent(CheckinWorld.TILL_TOKEN, "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}")
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("kind", equalTo(kind))
                .extract()
                .<String>path("value");
        assertThat(new Unsealer(keys::privateKeys).open(new Sealed(sealed))).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'PHONE_NUMBER','value':'+4798765432'}",
                "{'kind':'PHONE_NUMBER','value':'98765432'}",
                "{'kind':'PHONE_NUMBER','value':4798765432}",
                "{'kind':'PERSONAL_QR','value':'4798'}",
                "{'kind':'SCREEN','value':'4798765432'}",
                "{'kind':'FRIEND','value':'4798765432'}",
                "{'value':'4798765432'}",
                "[4798765432",
                "4798765432",
                ""
            })
    void what_cannot_be_right_is_refused_without_repeating_it(String body) throws Exception {
        sent(CheckinWorld.TILL_TOKEN, body.replace('\'', '"'))
                .statusCode(400)
                .contentType("application/problem+json")
                .body(not(containsString("98765432")));
        assertThat(log()).doesNotContain("98765432");
    }

    @Test
    void a_body_too_long_is_refused() {
        sent(
                        CheckinWorld.TILL_TOKEN,
                        "{\"kind\":\"PERSONAL_QR\",\"value\":\"" + "x".repeat(SealResource.MAX_BODY) + "\"}")
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", CheckinWorld.INTERNAL_TOKEN})
    void strangers_have_nothing_sealed(String token) {
        sent(token, "{\"kind\":\"PHONE_NUMBER\",\"value\":\"4798765432\"}")
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void what_seals_for_tills_opens_nothing() {
        given().header("Authorization", "Bearer " + CheckinWorld.TILL_TOKEN)
                .get("/internal/sealing-keys")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse sent(String token, String body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/customers/seal")
                .then();
    }

    private static String log() throws Exception {
        var file = ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class);
        return Files.readString(Path.of(file));
    }
}
