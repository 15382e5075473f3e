package dev.kvitt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.Quarantined;
import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.vipps.Upkeep;
import dev.kvitt.gateway.world.AllTopics;
import dev.kvitt.gateway.world.Bodies;
import dev.kvitt.gateway.world.FakeCheckin;
import dev.kvitt.gateway.world.FakeVipps;
import dev.kvitt.gateway.world.GatewayTest;
import dev.kvitt.gateway.world.GatewayWorld;
import dev.kvitt.gateway.world.Rows;
import dev.kvitt.gateway.world.Webhook;
import dev.kvitt.local.test.LogLines;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@GatewayTest
class WebhookTest {

    private static final Msn MSN = new Msn(GatewayWorld.MSN);

    FakeVipps vipps;
    FakeCheckin checkin;

    @Inject
    Upkeep upkeep;

    @Inject
    Rows rows;

    private AllTopics topics;

    @BeforeEach
    void listen() {
        upkeep.round();
        topics = new AllTopics();
    }

    @AfterEach
    void hangUp() {
        topics.close();
    }

    @Test
    void webhooks_can_be_read_as_metrics_that_name_no_path_and_no_sale() {
        var genuine = Webhook.to(vipps.payments(), Bodies.authorized(MSN.value(), "sale-4712-1"));
        assertThat(genuine.post()).isEqualTo(200);
        try (var log = new LogLines()) {
            assertThat(genuine.request().post("/hooks/4791234567").statusCode()).isEqualTo(401);
            assertThat(log.text()).doesNotContain("4791234567");
        }

        assertThat(metrics())
                .containsPattern("kvitt_webhooks_taken_total\\{type=\"kvitt.vipps.payment-happened.v1\"\\} [1-9]")
                .containsPattern("kvitt_webhooks_not_taken_total\\{cause=\"unknown-token\"\\} [1-9]")
                .contains("kvitt_vipps_circuits{kind=\"write\",state=\"open\"}")
                .doesNotContain("/hooks/", "sale-4712", "4791234567");
    }

    @Test
    void a_genuine_payment_webhook_is_published_once_under_its_sale_with_a_deterministic_id() {
        assertThat(Webhook.to(vipps.payments(), Bodies.authorized(MSN.value(), "sale-4711-2"))
                        .request()
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .post(Webhook.to(vipps.payments(), "").path())
                        .statusCode())
                .isEqualTo(200);

        var written = topics.written();
        assertThat(written).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("vipps.payments");
            assertThat(message.key()).isEqualTo("123456/sale-4711");
            var id = Ids.webhook(MSN, new PaymentReference("sale-4711-2"), "AUTHORIZED", "psp-1");
            assertThat(AllTopics.headers(message))
                    .containsEntry("ce_id", id.toString())
                    .containsEntry("ce_source", "kvitt/webhook-gateway")
                    .containsEntry("ce_type", "kvitt.vipps.payment-happened.v1")
                    .containsEntry("ce_msn", "123456")
                    .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            var fact = (PaymentHappened) AllTopics.event(message).data();
            assertThat(fact.amount().value()).isEqualTo(5000);
            assertThat(fact.timestamp()).isEqualTo(Instant.parse("2026-11-21T10:00:00.1234567Z"));
            assertThat(fact.captureGuaranteedUntil()).isEqualTo(Instant.parse("2026-11-28T10:00:00Z"));
            assertThat(fact.success()).isTrue();
        });
    }

    @Test
    void what_a_payment_webhook_says_of_the_customer_goes_no_further() {
        try (var log = new LogLines()) {
            assertThat(Webhook.to(vipps.payments(), Bodies.authorized(MSN.value(), "sale-4712-1"))
                            .post())
                    .isEqualTo(200);

            var raw = new String(topics.written().getFirst().value(), StandardCharsets.UTF_8);
            assertThat(raw + log.text() + metrics())
                    .doesNotContain("4791234567", "Ada", "Secret City", "c06c4afe", "somethingNew");
        }
    }

    @Test
    void the_same_webhook_twice_is_the_same_event_twice_also_when_signed_anew() {
        var body = Bodies.authorized(MSN.value(), "sale-4713-1");
        assertThat(Webhook.to(vipps.payments(), body).post()).isEqualTo(200);
        var late = Instant.now().minusSeconds(3 * 86_400);
        var registered = vipps.payments();
        assertThat(Webhook.signed(registered.url(), registered.secret(), body, late)
                        .post())
                .isEqualTo(200);

        var written = topics.written();
        assertThat(written).hasSize(2);
        assertThat(written.stream()
                        .map(AllTopics::event)
                        .map(event -> event.id())
                        .distinct())
                .hasSize(1);
        assertThat(written.stream()
                        .map(message -> AllTopics.headers(message).get("traceparent"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void an_event_name_that_nobody_knows_yet_is_passed_on_with_its_name() {
        var body = Bodies.authorized(MSN.value(), "sale-4714-1").replace("AUTHORIZED", "RESURRECTED");
        assertThat(Webhook.to(vipps.payments(), body).post()).isEqualTo(200);

        var fact =
                (PaymentHappened) AllTopics.event(topics.written().getFirst()).data();
        assertThat(fact.name()).isEqualTo("RESURRECTED");
    }

    @Test
    void a_check_in_is_published_with_its_token_sealed_and_never_in_clear() {
        try (var log = new LogLines()) {
            assertThat(Webhook.to(vipps.checkIns(), Bodies.checkedIn("msn", MSN.value()))
                            .post())
                    .isEqualTo(200);

            var message = topics.written().getFirst();
            assertThat(message.topic()).isEqualTo("vipps.checkins");
            assertThat(message.key()).isEqualTo("123456/machine-1-qr");
            var event = AllTopics.event(message);
            var fact = (CheckedIn) event.data();
            assertThat(fact.checkInId()).isEqualTo(Ids.checkIn(MSN, "machine-1-qr", Bodies.CUSTOMER_TOKEN));
            assertThat(event.id()).isEqualTo(fact.checkInId());
            assertThat(checkin.open(fact.customerToken())).isEqualTo(Bodies.CUSTOMER_TOKEN);
            var everywhere = new String(message.value(), StandardCharsets.UTF_8)
                    + AllTopics.headers(message)
                    + log.text()
                    + metrics();
            assertThat(everywhere).doesNotContain(Bodies.CUSTOMER_TOKEN);
        }
    }

    @Test
    void a_check_in_may_name_its_sales_unit_as_older_text_of_vipps_has_it() {
        assertThat(Webhook.to(vipps.checkIns(), Bodies.checkedIn("merchantSerialNumber", MSN.value()))
                        .post())
                .isEqualTo(200);

        assertThat(AllTopics.event(topics.written().getFirst()).msn()).isEqualTo(MSN);
    }

    @Test
    void a_genuine_webhook_that_cannot_be_read_is_taken_and_quarantined_with_its_body_sealed() {
        var body = "{\"msn\":\"123456\",\"reference\":\"sale-4715-1\",\"mobileNumber\":\"4791234567\"}";
        try (var log = new LogLines()) {
            assertThat(Webhook.to(vipps.payments(), body).post()).isEqualTo(200);

            var message = topics.written().getFirst();
            assertThat(message.topic()).isEqualTo("quarantine");
            var found = (Quarantined) AllTopics.event(message).data();
            assertThat(checkin.open(found.body())).isEqualTo(base64(body));
            assertThat(new String(message.value(), StandardCharsets.UTF_8) + log.text() + metrics())
                    .doesNotContain("4791234567", base64(body));
        }
    }

    @Test
    void a_payment_webhook_on_the_path_of_check_ins_is_quarantined() {
        assertThat(Webhook.to(vipps.checkIns(), Bodies.authorized(MSN.value(), "sale-4716-1"))
                        .post())
                .isEqualTo(200);

        assertThat(topics.written()).singleElement().satisfies(message -> assertThat(message.topic())
                .isEqualTo("quarantine"));
    }

    @Test
    void a_body_of_exactly_the_limit_is_taken() {
        assertThat(Webhook.to(vipps.payments(), RefusedWebhookTest.padded(65_536))
                        .post())
                .isEqualTo(200);

        assertThat(topics.written()).singleElement().satisfies(message -> assertThat(message.topic())
                .isEqualTo("vipps.payments"));
    }

    @Test
    void the_official_sample_of_the_signature_is_believed() {
        var secret = "A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==";
        var url = "https://webhook.site/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63";
        var row = rows.registered(MSN.value(), Kind.PAYMENTS, url, "official", secret);
        var official = new Webhook(
                row.token,
                new SignatureHeaders(
                        "Thu, 30 Mar 2023 08:38:32 GMT",
                        "lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=",
                        "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256"
                                + "&Signature=agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U="),
                "{\"some-unique-content\":\"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(official.post()).isEqualTo(200);

        // It is about no payment, so nobody but the quarantine can have it.
        assertThat(topics.written()).singleElement().satisfies(message -> assertThat(message.topic())
                .isEqualTo("quarantine"));
    }

    private static String metrics() {
        return RestAssured.get("/q/metrics").asString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
