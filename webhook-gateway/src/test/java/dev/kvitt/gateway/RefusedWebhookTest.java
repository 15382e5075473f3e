package dev.kvitt.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.vipps.Upkeep;
import dev.kvitt.gateway.world.AllTopics;
import dev.kvitt.gateway.world.Bodies;
import dev.kvitt.gateway.world.FakeVipps;
import dev.kvitt.gateway.world.GatewayTest;
import dev.kvitt.gateway.world.GatewayWorld;
import dev.kvitt.gateway.world.Rows;
import dev.kvitt.gateway.world.Webhook;
import dev.kvitt.local.test.LogLines;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused here must also be on no topic: every test ends with a look at all of them. */
@QuarkusTest
@GatewayTest
class RefusedWebhookTest {

    private static final String OTHER_MSN = "654321";
    private static final String BODY = Bodies.authorized(GatewayWorld.MSN, "sale-6660-1");

    FakeVipps vipps;

    @Inject
    Upkeep upkeep;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI address;

    private AllTopics topics;

    @BeforeEach
    void listen() {
        upkeep.round();
        topics = new AllTopics();
    }

    @AfterEach
    void nothing_was_published() {
        assertThat(topics.written()).isEmpty();
        topics.close();
    }

    @Test
    void a_body_changed_under_way_is_refused() {
        var genuine = Webhook.to(vipps.payments(), BODY);
        var forged = new Webhook(
                genuine.token(),
                genuine.signature(),
                BODY.replace("5000", "9000").getBytes(StandardCharsets.UTF_8));
        assertThat(forged.post()).isEqualTo(401);
    }

    @Test
    void a_signature_by_the_secret_of_another_registration_is_refused() {
        var forged = Webhook.signed(vipps.payments().url(), vipps.checkIns().secret(), BODY, Instant.now());
        assertThat(forged.post()).isEqualTo(401);
    }

    @Test
    void a_secret_of_one_sales_unit_does_not_speak_for_another() {
        var url = GatewayWorld.PUBLIC_URL + "/hooks/" + Rows.token();
        rows.registered(OTHER_MSN, Kind.PAYMENTS, url, "vipps-id-other", "secret-of-the-other");
        try (var log = new LogLines()) {
            assertThat(Webhook.signed(url, "secret-of-the-other", BODY, Instant.now())
                            .post())
                    .isEqualTo(401);
            assertThat(log.text()).contains("speaks for another sales unit").doesNotContain("secret-of-the-other");
        }
    }

    @Test
    void a_check_in_that_names_two_sales_units_is_refused() {
        var body = Bodies.checkedIn("msn", GatewayWorld.MSN)
                .replace("\"msn\"", "\"merchantSerialNumber\":\"" + OTHER_MSN + "\",\"msn\"");
        assertThat(Webhook.to(vipps.checkIns(), body).post()).isEqualTo(401);
    }

    @Test
    void the_host_of_the_request_does_not_stand_in_for_the_registered_one() {
        var path = URI.create(vipps.payments().url()).getPath();
        var here = "http://" + address.getAuthority() + path;
        assertThat(Webhook.signed(here, vipps.payments().secret(), BODY, Instant.now())
                        .post())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {SignatureHeaders.DATE, SignatureHeaders.CONTENT_SHA256, SignatureHeaders.AUTHORIZATION})
    void a_missing_or_repeated_header_of_the_signature_is_refused(String header) {
        var genuine = Webhook.to(vipps.payments(), BODY);
        var signature = genuine.signature();
        for (var copies : List.of(0, 2)) {
            var request = given().contentType("application/json").body(genuine.body());
            for (var one : List.of(
                    List.of(SignatureHeaders.DATE, signature.date()),
                    List.of(SignatureHeaders.CONTENT_SHA256, signature.contentSha256()),
                    List.of(SignatureHeaders.AUTHORIZATION, signature.authorization()))) {
                var times = one.getFirst().equals(header) ? copies : 1;
                for (var i = 0; i < times; i++) {
                    request = request.header(one.getFirst(), one.getLast());
                }
            }
            assertThat(request.post(genuine.path()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_unknown_path_is_answered_exactly_as_a_bad_signature() {
        var genuine = Webhook.to(vipps.payments(), BODY);
        var unknown = new Webhook(Rows.token(), genuine.signature(), genuine.body());
        var badlySigned = Webhook.signed(vipps.payments().url(), "wrong", BODY, Instant.now());
        assertThat(seen(unknown.request().post(unknown.path())))
                .isEqualTo(seen(badlySigned.request().post(badlySigned.path())))
                .isEqualTo(seen(unknown.request().post("/hooks/short")));
    }

    @Test
    void no_answer_names_the_software_or_is_kept_by_a_cache() {
        var refused = Webhook.signed(vipps.payments().url(), "wrong", BODY, Instant.now());
        var answer = refused.request().post(refused.path());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Server")).isNull();
    }

    private static String seen(Response response) {
        return response.statusLine() + response.headers() + response.body().asString();
    }

    @Test
    void a_body_above_the_limit_is_refused_whether_its_length_is_told_or_not() throws IOException {
        var webhook = Webhook.to(vipps.payments(), padded(65_537));
        assertThat(webhook.post()).isEqualTo(413);
        assertThat(chunked(webhook)).contains(" 413 ");
    }

    /** JSON of exactly this many bytes. */
    static String padded(int bytes) {
        var start = BODY.strip().substring(0, BODY.strip().length() - 1) + ",\"padding\":\"";
        return start + "x".repeat(bytes - start.length() - 2) + "\"}";
    }

    private String chunked(Webhook webhook) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(head(webhook, "Transfer-Encoding: chunked"));
            out.write((Integer.toHexString(webhook.body().length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(webhook.body());
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var answer = new byte[100];
            var read = socket.getInputStream().read(answer);
            return new String(answer, 0, read, StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_sender_whose_body_does_not_arrive_in_time_is_cut_off() throws IOException {
        var webhook = Webhook.to(vipps.payments(), BODY);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(head(webhook, "Content-Length: " + webhook.body().length));
            out.write(webhook.body(), 0, webhook.body().length - 1);
            out.flush();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static byte[] head(Webhook webhook, String length) {
        return """
                POST %s HTTP/1.1
                Host: pay.example.com
                x-ms-date: %s
                x-ms-content-sha256: %s
                Authorization: %s
                %s

                """
                .formatted(
                        webhook.path(),
                        webhook.signature().date(),
                        webhook.signature().contentSha256(),
                        webhook.signature().authorization(),
                        length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void other_methods_and_paths_are_refused() {
        var genuine = Webhook.to(vipps.payments(), BODY);
        assertThat(genuine.request().put(genuine.path()).statusCode()).isEqualTo(405);
        assertThat(genuine.request().delete(genuine.path()).statusCode()).isEqualTo(405);
        assertThat(given().get(genuine.path()).statusCode()).isEqualTo(405);
        assertThat(genuine.request().post(genuine.path() + "/more").statusCode())
                .isEqualTo(404);
        assertThat(genuine.request().post("/").statusCode()).isEqualTo(404);
    }

    @Test
    void who_sends_rubbish_cannot_fill_the_log() {
        try (var log = new LogLines()) {
            for (var i = 0; i < 20; i++) {
                assertThat(Webhook.signed(vipps.payments().url(), "wrong", BODY, Instant.now())
                                .post())
                        .isEqualTo(401);
            }
            assertThat(log.text().lines().filter(line -> line.contains("the signature is wrong")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
