package dev.kvitt.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.gateway.domain.ActiveRegistration;
import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.domain.KnownRegistrations;
import dev.kvitt.gateway.world.Bodies;
import dev.kvitt.gateway.world.Rows;
import dev.kvitt.gateway.world.Settings;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HookResourceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] BODY =
            Bodies.authorized("123456", "sale-4711-1").getBytes(StandardCharsets.UTF_8);
    private static final ActiveRegistration REGISTRATION = new ActiveRegistration(
            new Msn("123456"),
            Kind.PAYMENTS,
            new WebhookTarget("pay.example.com", "/hooks/x"),
            new WebhookSecret("secret"));

    private final CompletableFuture<Void> broker = new CompletableFuture<>();

    @Test
    void an_answer_waits_for_the_broker_and_then_is_200() {
        var answer = post(token -> CompletableFuture.completedFuture(Optional.of(REGISTRATION)), "9S");
        assertThat(answer).isNotDone();

        broker.complete(null);
        assertThat(answer.join()).isEqualTo(200);
    }

    @Test
    void a_broker_that_takes_longer_than_vipps_waits_leads_to_503() {
        var answer = post(token -> CompletableFuture.completedFuture(Optional.of(REGISTRATION)), "0.05S");

        assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(503);
    }

    @Test
    void while_the_store_cannot_be_asked_no_token_is_called_unknown() {
        var answer = post(token -> CompletableFuture.failedFuture(new IllegalStateException("no database")), "9S");

        assertThat(answer.join()).isEqualTo(503);
    }

    @Test
    void what_nobody_expected_is_503_and_never_200() {
        var answer = post(
                token -> {
                    throw new IllegalStateException("a mistake of ours");
                },
                "9S");

        assertThat(answer.join()).isEqualTo(503);
    }

    private CompletableFuture<Integer> post(KnownRegistrations registrations, String answerTimeout) {
        var config = Settings.of(Map.of("answer-timeout", answerTimeout));
        var notTaken = new NotTaken(() -> NOW);
        var reception = new Reception(
                registrations,
                new Genuineness(config, () -> NOW),
                clear -> CompletableFuture.completedFuture(new Sealed("a.b.c.d.e")),
                (event, traceparent) -> broker,
                new Facts(() -> NOW),
                notTaken);
        return new HookResource(reception, notTaken, config, () -> NOW)
                .receive(Rows.token(), headers(), BODY)
                .map(response -> response.getStatus())
                .subscribeAsCompletionStage();
    }

    private static HttpHeaders headers() {
        var signed = WebhookSignature.sign(REGISTRATION.secret(), REGISTRATION.target(), NOW, BODY);
        var values = Map.of(
                SignatureHeaders.DATE, List.of(signed.date()),
                SignatureHeaders.CONTENT_SHA256, List.of(signed.contentSha256()),
                SignatureHeaders.AUTHORIZATION, List.of(signed.authorization()));
        return (HttpHeaders) Proxy.newProxyInstance(
                HookResourceTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> values.get(arguments[0]));
    }
}
