package dev.kvitt.messaging.operators;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.quarkus.WiredBeans;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Sale;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The door of a service with a real broker and database. */
@QuarkusTest
@TestProfile(OperatorsDoorTest.RealParts.class)
class OperatorsDoorTest {

    private static final String TOKEN = "operators-token-of-a-test";

    /** As {@link dev.kvitt.messaging.quarkus.WiringTest}'s, with a token. */
    public static class RealParts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var database = TestParts.postgres().freshDatabase("operators");
            var all = new HashMap<String, String>();
            all.put("kvitt.kafka.bootstrap", TestParts.kafka().bootstrap());
            all.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            all.put("quarkus.datasource.username", database.user());
            all.put("quarkus.datasource.password", database.password());
            all.put("kvitt.db.direct-url", database.jdbcUrl());
            all.put("kvitt.operators.token-file", tokenFile());
            return all;
        }

        private static String tokenFile() {
            try {
                var file = Files.createTempFile("internal", "token");
                file.toFile().deleteOnExit();
                return Files.writeString(file, TOKEN + "\n").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    DataSource dataSource;

    private static RequestSpecification door() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }

    @Test
    void only_the_token_of_operations_service_opens_it() {
        given().get("/operators/parked").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        given().header("Authorization", "Bearer another")
                .get("/operators/backlog")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthorized"));
        given().header("Authorization", "Bearer " + TOKEN + "x".repeat(5000))
                .get("/operators/backlog")
                .then()
                .statusCode(401);
        door().get("/operators/backlog").then().statusCode(200).body("parked", notNullValue());
    }

    @Test
    void what_is_parked_is_listed_with_its_reason_and_all_that_waits_behind_it() {
        var sale = Sale.of(WiredBeans.MSN, 71);
        Broker.send(sale.confirmed("overflow"));
        Broker.send(sale.confirmed("r7"));
        Eventually.see(() -> assertThat(waiting(sale)).isEqualTo(2));

        door().get("/operators/parked?limit=500")
                .then()
                .statusCode(200)
                .body("items.key", hasItem(sale.key()))
                .body("items.find { it.key == '%s' }.waiting".formatted(sale.key()), equalTo(2))
                .body("items.find { it.key == '%s' }.since".formatted(sale.key()), notNullValue())
                .body("next", nullValue());
        door().get("/operators/parked/" + sale.key())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.type", equalTo(java.util.List.of(type(sale), type(sale))))
                .body("items[0].headers.ce_id", notNullValue())
                .body("items[0].value", notNullValue())
                .body("items[0].valueBase64", nullValue())
                .body("items[1].reason", equalTo("behind a parked event"));
        int next = door().get("/operators/parked/" + sale.key() + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("waiting", equalTo(2))
                .extract()
                .path("next");
        door().get("/operators/parked/" + sale.key() + "?limit=1&after=" + next)
                .then()
                .body("items.reason", equalTo(java.util.List.of("behind a parked event")))
                .body("next", nullValue());
        door().get("/operators/parked?limit=1&after=" + before(sale.key()))
                .then()
                .body("items.key", equalTo(java.util.List.of(sale.key())));
    }

    @Test
    void what_is_not_parked_and_limits_without_sense_are_said_to_be_so() {
        door().get("/operators/parked/99999/nobody-1").then().statusCode(404).body("code", equalTo("not-parked"));
        for (var path : new String[] {"parked?limit=0", "parked?limit=501", "parked/99999/nobody-1?limit=501"}) {
            door().get("/operators/" + path).then().statusCode(400).body("code", equalTo("invalid-request"));
        }
    }

    @Test
    void topics_are_read_again_by_order_and_how_far_that_has_come_is_told() {
        var sale = Sale.of(WiredBeans.MSN, 72);
        Broker.send(sale.confirmed("r7"));
        Map<String, Object> order = Map.of(
                "from", "2026-01-01T00:00:00Z", "keyPrefix", sale.key(), "who", "operator-7", "reason", "to be sure");
        String id = door().contentType("application/json")
                .body(order)
                .post("/operators/replays")
                .then()
                .statusCode(202)
                .body("state", equalTo("running"))
                .body("dryRun", equalTo(true))
                .body("rate", equalTo(500))
                .extract()
                .path("id");
        Eventually.see(() -> door().get("/operators/replays/" + id).then().body("state", equalTo("done")));
        door().get("/operators/replays")
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].notApplied.events", equalTo(0))
                .body("items[0].who", equalTo("operator-7"));
        door().get("/operators/replays/" + id + "/found").then().body("items", hasSize(0));
        onlyAfterADryRun(order, id);
        door().post("/operators/replays/" + id + "/stop").then().statusCode(409).body("code", equalTo("not-running"));
        door().get("/operators/replays/" + java.util.UUID.randomUUID()).then().statusCode(404);
        door().contentType("application/json")
                .body(Map.of("from", "2026-01-01T00:00:00Z"))
                .post("/operators/replays")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(order)
                .post("/operators/replays")
                .then()
                .statusCode(401);
    }

    private static void onlyAfterADryRun(Map<String, Object> order, String dryRun) {
        var real = new HashMap<>(order);
        real.put("dryRun", false);
        refused(real);
        real.put("dryRunId", java.util.UUID.randomUUID().toString());
        refused(real);
        real.put("dryRunId", dryRun);
        String id = door().contentType("application/json")
                .body(real)
                .post("/operators/replays")
                .then()
                .statusCode(202)
                .body("dryRun", equalTo(false))
                .body("dryRunId", equalTo(dryRun))
                .extract()
                .path("id");
        Eventually.see(() -> door().get("/operators/replays/" + id).then().body("state", equalTo("done")));
    }

    private static void refused(Map<String, Object> real) {
        door().contentType("application/json")
                .body(real)
                .post("/operators/replays")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-dry-run"));
    }

    private static String type(Sale sale) {
        return sale.confirmed("r7").type().typeName();
    }

    /** The greatest key before it, nearly. */
    private static String before(String key) {
        return key.substring(0, key.length() - 1);
    }

    private long waiting(Sale sale) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select count(*) from parked where key = ?")) {
            select.setString(1, sale.key());
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
