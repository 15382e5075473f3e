package dev.kvitt.payment.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.payment.support.VippsToRead;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking over HTTP: who may, and how far an answer reaches. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "payment"))
@QuarkusTestResource(VippsToRead.class)
class SalesResourceTest {

    private static final String ALL = "Bearer token-of-the-whole-installation";

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "/sales/123456/sale-00001, Bearer nobodys-token-at-all, 401",
        "/sales/123456/sale-00001, Bearer token-of-another-sales-unit, 403",
        "/sales/123456/x, Bearer token-of-the-whole-installation, 400",
        "/sales/abc/sale-00001, Bearer token-of-the-whole-installation, 400"
    })
    void whoever_may_not_ask_learns_nothing_about_a_sale(String path, String token, int status) {
        given().header("Authorization", token)
                .get(path)
                .then()
                .statusCode(status)
                .body("title", containsString("his"));
    }

    @Test
    void while_the_database_does_not_answer_a_till_hears_to_take_no_other_payment() throws SQLException {
        execute("alter table entity rename to entity_away");
        try {
            given().header("Authorization", ALL)
                    .get("/sales/123456/sale-00001")
                    .then()
                    .statusCode(503)
                    .body("title", containsString("take no other payment"));
        } finally {
            execute("alter table entity_away rename to entity");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void without_a_token_there_is_no_answer() {
        given().get("/sales/123456/sale-00001").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void no_answer_is_kept_by_a_cache_nor_taken_for_a_page_and_none_names_the_software() {
        for (var path : new String[] {"/sales/123456/sale-00001", "/sales/abc/x", "/q/health/live", "/nothing-here"}) {
            given().header("Authorization", ALL)
                    .get(path)
                    .then()
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Server", nullValue())
                    .header("X-Powered-By", nullValue());
        }
    }

    @Test
    void what_is_longer_than_anybody_needs_is_not_read() throws IOException {
        given().header("Authorization", "Bearer " + "x".repeat(20_000))
                .get("/sales/123456/sale-00001")
                .then()
                .statusCode(431);
        // By its length alone: whoever were still sending when the answer comes might not read it.
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            connection.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            var head = "POST /sales/123456/sale-00001 HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ALL
                    + "\r\nContent-Length: 600000\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void not_seen_is_an_answer_and_soon_says_up_to_when_everything_was_read() {
        var asked = Instant.now();
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String appliedUntil = null;
        while (System.nanoTime() < end
                && (appliedUntil == null || Instant.parse(appliedUntil).isBefore(asked))) {
            appliedUntil = given().header("Authorization", ALL)
                    .get("/sales/123456/never-opened")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("not-seen"))
                    .body("todo", equalTo("send-again"))
                    .header("Cache-Control", "no-store")
                    .extract()
                    .path("appliedUntil");
        }
        assertThat(appliedUntil).as("told within the limit").isNotNull();
        assertThat(Instant.parse(appliedUntil)).isAfterOrEqualTo(asked);
    }
}
