package dev.kvitt.sandbox.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.kvitt.vipps.contract.OfficialSpecifications;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link ContractFilter} is in every test that calls a merchant API; here it is shown to find faults, or skipped aloud. */
class OfficialContractTest {

    @BeforeEach
    void find() {
        assumeTrue(OfficialSpecifications.here().isPresent(), OfficialSpecifications.ABSENT);
    }

    @Test
    void an_answer_of_another_shape_is_found() throws IOException {
        assertThatThrownBy(() -> list("{\"webhooks\":[{\"id\":1}]}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("url");
        assertThat(list("{\"webhooks\":[]}")).isEqualTo(200);
    }

    private static int list(String answer) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return given().filter(ContractFilter.official())
                    .header("Ocp-Apim-Subscription-Key", "key")
                    .get("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/v1/webhooks")
                    .statusCode();
        } finally {
            server.stop(0);
        }
    }
}
