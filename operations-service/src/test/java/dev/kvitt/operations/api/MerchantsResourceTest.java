package dev.kvitt.operations.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import dev.kvitt.operations.support.OperationsTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sells, and whether Vipps agrees. */
@OperationsTest
class MerchantsResourceTest {

    private static final String PAYMENTS = "\"epayments.payment.%s.v1\"";

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vipps;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void beVipps() throws IOException {
        server = HttpServer.create(new InetSocketAddress(vipps.getHost(), vipps.getPort()), 0);
        server.createContext("/", exchange -> {
            var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "");
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 401 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void registered(String... events) {
        answers.put("/accesstoken/get", "{\"access_token\":\"t\",\"expires_in\":\"86399\",\"token_type\":\"Bearer\"}");
        answers.put(
                "/webhooks/v1/webhooks",
                "{\"webhooks\":[{\"id\":\"w-1\",\"url\":\"https://hooks.example/vipps/123456\",\"events\":["
                        + String.join(",", events) + "]}]}");
    }

    private static String[] all() {
        return java.util.stream.Stream.of(
                        "created",
                        "authorized",
                        "aborted",
                        "expired",
                        "terminated",
                        "captured",
                        "cancelled",
                        "refunded")
                .map(PAYMENTS::formatted)
                .toArray(String[]::new);
    }

    @Test
    void the_registry_is_told_without_its_keys() {
        given().get("/api/merchants")
                .then()
                .statusCode(200)
                .body("items.msn", contains("123456"))
                .body("items[0].merchant", equalTo("Brus AS"))
                .body("items[0].market", equalTo("NO"))
                .body("items[0].currency", equalTo("NOK"))
                .body("items[0].off", equalTo(false))
                .body("items[0].shops", hasSize(0))
                .body("next", nullValue())
                .body(not(containsString("key")));
        given().get("/api/merchants?after=123456").then().body("items", hasSize(0));
    }

    @Test
    void registrations_are_those_that_vipps_has() {
        registered(all());

        given().get("/api/registrations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].msn", equalTo("123456"))
                .body("items[0].id", equalTo("w-1"))
                .body("items[0].url", equalTo("https://hooks.example/vipps/123456"))
                .body("items[0].events", hasSize(8));
        given().get("/api/merchants/check")
                .then()
                .body("items[0].token", equalTo("ok"))
                .body("items[0].webhooks", equalTo("ok"))
                .body("items[0].currency", equalTo("not-seen"))
                .body("items[0].met", equalTo(true));
    }

    @Test
    void a_unit_of_which_nobody_hears_is_told() {
        registered(PAYMENTS.formatted("created"));

        given().get("/api/merchants/check?msn=123456")
                .then()
                .body("items[0].webhooks", containsString("nobody is told of epayments.payment.aborted.v1"))
                .body("items[0].met", equalTo(false));
    }

    @Test
    void a_vipps_that_does_not_answer_is_no_answer() {
        server.stop(0);

        given().get("/api/registrations")
                .then()
                .statusCode(200)
                .body("items[0].problem", containsString("did not answer"));
        given().get("/api/merchants/check")
                .then()
                .body("items[0].token", containsString("not known"))
                .body("items[0].met", equalTo(false));
    }
}
