package dev.kvitt.checkin.api;

import static dev.kvitt.checkin.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.MovableClock;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.RemoteKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class KeysTest {

    @Inject
    MovableClock clock;

    @TestHTTPResource("/keys")
    URI publicKeys;

    @TestHTTPResource("/internal/sealing-keys")
    URI privateKeys;

    @Test
    void everybody_gets_the_public_keys_of_today_and_tomorrow_and_no_private_part() throws Exception {
        var body = given().get("/keys")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", equalTo("public, max-age=300"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asString();
        var keys = JWKSet.parse(body);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(keys.getKeyByKeyId(today.toString())).isNotNull();
        assertThat(keys.getKeyByKeyId(today.plusDays(1).toString())).isNotNull();
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(body).doesNotContain("\"d\"");
    }

    @Test
    void the_private_keys_are_for_the_installations_own_services_only() {
        for (var header : new String[] {"", "Bearer", "Bearer wrong", "bearer " + CheckinWorld.INTERNAL_TOKEN}) {
            given().header("Authorization", header)
                    .get("/internal/sealing-keys")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body(equalTo(""));
        }
        given().get("/internal/sealing-keys").then().statusCode(401).body(equalTo(""));
    }

    @Test
    void another_service_opens_what_a_third_one_sealed() {
        var sealer = new Sealer(new RemoteKeys(publicKeys, null, clock), clock);
        var unsealer = new Unsealer(new RemoteKeys(privateKeys, CheckinWorld.INTERNAL_TOKEN, clock));
        // The first call to a service just started can take longer than who asks is ready to wait; it asks again.
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(NoSealingKeyException.class)
                .untilAsserted(() ->
                        assertThat(unsealer.open(sealer.seal("4712345678"))).contains("4712345678"));
    }

    @Test
    void private_keys_are_remembered_by_no_cache() {
        given().header("Authorization", "Bearer " + CheckinWorld.INTERNAL_TOKEN)
                .get("/internal/sealing-keys")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }
}
