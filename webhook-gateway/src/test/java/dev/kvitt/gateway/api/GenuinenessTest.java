package dev.kvitt.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.domain.ActiveRegistration;
import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.world.Settings;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenuinenessTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] BODY = {'{', '}'};
    private static final ActiveRegistration REGISTRATION = new ActiveRegistration(
            new Msn("123456"),
            Kind.PAYMENTS,
            new WebhookTarget("pay.example.com", "/hooks/x"),
            new WebhookSecret("secret"));

    @Test
    void by_default_a_genuine_webhook_may_be_of_any_age() {
        assertThat(doubt(Map.of(), Duration.ofDays(7))).isEmpty();
    }

    @Test
    void a_greatest_age_can_be_set_and_counts_in_both_directions() {
        var settings = Map.of("max-skew", "10M");

        assertThat(doubt(settings, Duration.ofMinutes(10))).isEmpty();
        assertThat(doubt(settings, Duration.ofMinutes(11))).contains(Cause.OLD_DATE);
        assertThat(doubt(settings, Duration.ofMinutes(-11))).contains(Cause.OLD_DATE);
    }

    @Test
    void an_unusual_port_may_be_part_of_the_signed_host_or_not_but_no_other_host_is() {
        var secret = REGISTRATION.secret();
        var registered = new WebhookTarget("pay.example.com:8443", "/hooks/x");
        var registration = new ActiveRegistration(REGISTRATION.msn(), Kind.PAYMENTS, registered, secret);
        var genuineness = new Genuineness(Settings.of(Map.of()), () -> NOW);

        for (var host : List.of("pay.example.com:8443", "pay.example.com", "pay.example.com:443", "example.com")) {
            var signature = WebhookSignature.sign(secret, new WebhookTarget(host, "/hooks/x"), NOW, BODY);
            var doubt = genuineness.doubt(registration, new Delivery("x", signature, null, BODY, Instant.EPOCH));
            assertThat(doubt.isEmpty()).as(host).isEqualTo(host.matches("pay\\.example\\.com(:8443)?"));
        }
    }

    private static Optional<Cause> doubt(Map<String, String> settings, Duration age) {
        var signature = WebhookSignature.sign(REGISTRATION.secret(), REGISTRATION.target(), NOW.minus(age), BODY);
        return new Genuineness(Settings.of(settings), () -> NOW)
                .doubt(REGISTRATION, new Delivery("x", signature, null, BODY, Instant.EPOCH));
    }
}
