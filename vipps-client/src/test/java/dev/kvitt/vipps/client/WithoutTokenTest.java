package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.VippsError.Stage;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a token no call is sent, so a capture is certainly not done; never unknown. */
class WithoutTokenTest extends VippsTest {
    @AfterEach
    void noCallWasSent() {
        assertThat(vipps.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void wrong_credentials_are_refused_for_the_operator(int status) {
        vipps.answerTokens(request -> Reply.json(
                status, "{\"error\":\"unauthorized_client\",\"error_description\":\"the-client-secret is wrong\"}"));

        assertThat(capture()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.error().stage()).isEqualTo(Stage.ACCESS_TOKEN);
            assertThat(refused.error().isAboutCredentials()).isTrue();
            assertThat(refused.error().toString()).doesNotContain("the-client-secret");
        });
    }

    /** Somebody who reads a payment that is there must not be told that it is not. */
    @Test
    void a_token_address_that_is_not_found_says_nothing_about_what_was_asked_for() {
        vipps.answerTokens(request -> Reply.json(404, "{\"statusCode\":404,\"message\":\"Resource not found\"}"));

        assertThat(api.epayment().get(Samples.REFERENCE)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.error().isNotFound()).isFalse();
            assertThat(refused.error().isAboutCredentials()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 423, 425})
    void a_token_api_that_cannot_answer_just_now_is_busy_and_no_matter_of_keys(int status) {
        vipps.answerTokens(request -> Reply.json(status, "{}"));

        assertThat(Outcomes.busy(capture()).error().isAboutCredentials()).isFalse();
    }

    @Test
    void a_server_error_of_the_token_api_is_busy() {
        vipps.answerTokens(request -> Reply.json(500, "oops"));

        assertThat(capture()).isInstanceOfSatisfying(Outcome.Busy.class, busy -> {
            assertThat(busy.error().stage()).isEqualTo(Stage.ACCESS_TOKEN);
            assertThat(busy.error().isAboutCredentials()).isFalse();
        });
    }

    @Test
    void a_rate_limited_token_api_is_busy_for_as_long_as_it_says() {
        vipps.answerTokens(request -> Reply.json(429, "{}").with("Retry-After", "7"));

        assertThat(Outcomes.busy(capture()).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "{}",
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a b\",\"expires_in\":\"3600\"}",
                "{\"access_token\":\"a\",\"expires_in\":\"0\"}",
                "{\"access_token\":\"a\",\"expires_in\":\"soon\"}"
            })
    void an_unusable_token_answer_is_busy(String body) {
        vipps.answerTokens(request -> Reply.json(200, body));

        assertThat(capture()).isInstanceOfSatisfying(Outcome.Busy.class, busy -> {
            assertThat(busy.error().stage()).isEqualTo(Stage.ACCESS_TOKEN);
            assertThat(busy.error().operatorSentence())
                    .contains("No access token")
                    .contains("no money");
        });
    }

    @Test
    void after_a_failure_nobody_asks_for_a_moment_and_then_somebody_does() {
        vipps.answerTokens(request -> Reply.json(500, ""));
        capture();

        clock.advance(VippsEnvironment.DEFAULT_TOKEN_PAUSE.dividedBy(2));
        assertThat(Outcomes.busy(capture()).retryAfter()).contains(VippsEnvironment.DEFAULT_TOKEN_PAUSE.dividedBy(2));
        assertThat(vipps.tokenRequests()).hasSize(1);

        clock.advance(VippsEnvironment.DEFAULT_TOKEN_PAUSE.dividedBy(2));
        capture();
        assertThat(vipps.tokenRequests()).hasSize(2);
    }

    @Test
    void nobody_asks_for_as_long_as_vipps_said() {
        vipps.answerTokens(request -> Reply.json(429, "").with("Retry-After", "30"));
        capture();

        clock.advance(Duration.ofSeconds(29));
        assertThat(Outcomes.busy(capture()).retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(vipps.tokenRequests()).hasSize(1);
    }

    @Test
    void nobody_waits_an_hour_for_a_token_because_vipps_said_so_once() {
        vipps.answerTokens(request -> Reply.json(429, "").with("Retry-After", "3600"));
        capture();
        assertThat(Outcomes.busy(capture()).retryAfter()).contains(Duration.ofMinutes(2));

        clock.advance(Duration.ofMinutes(2));
        capture();
        assertThat(vipps.tokenRequests()).hasSize(2);
    }

    @Test
    void refused_keys_are_told_again_without_asking_again_for_a_moment() {
        vipps.answerTokens(request -> Reply.json(403, ""));

        assertThat(capture()).isInstanceOf(Outcome.Refused.class);
        assertThat(capture()).isInstanceOf(Outcome.Refused.class);
        assertThat(vipps.tokenRequests()).hasSize(1);
    }

    @Test
    void a_clock_that_was_set_back_does_not_prolong_the_pause() {
        vipps.answerTokens(request -> Reply.json(500, ""));
        capture();

        clock.advance(Duration.ofDays(-1));
        capture();
        assertThat(vipps.tokenRequests()).hasSize(2);
    }

    private Outcome<PaymentAnswer> capture() {
        return api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
    }
}
