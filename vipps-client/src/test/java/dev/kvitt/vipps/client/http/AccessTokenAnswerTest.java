package dev.kvitt.vipps.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.vipps.client.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenAnswerTest {
    private static final Instant ASKED = MutableClock.START;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"t\",\"expires_in\":\"3600\"}",
                "{\"access_token\":\"t\",\"expires_in\":3600}",
                "{\"access_token\":\"t\",\"expires_in\":3600,\"expires_on\":\"17\",\"resource\":\"x\"}"
            })
    void the_life_is_a_text_or_a_number_and_counts_before_the_end(String body) {
        assertThat(AccessTokenAnswer.read(body, ASKED))
                .isEqualTo(new AccessToken("t", ASKED.plus(Duration.ofMinutes(59))));
    }

    @Test
    void the_end_counts_where_no_life_is_told() {
        String body = "{\"access_token\":\"t\",\"expires_on\":\"%d\"}"
                .formatted(ASKED.plus(Duration.ofHours(24)).getEpochSecond());

        assertThat(AccessTokenAnswer.read(body, ASKED).useUntil())
                .isEqualTo(ASKED.plus(Duration.ofHours(24)).minus(AccessTokenAnswer.MAX_MARGIN));
    }

    @Test
    void a_short_life_keeps_nine_tenths() {
        assertThat(AccessTokenAnswer.read("{\"access_token\":\"t\",\"expires_in\":100}", ASKED)
                        .useUntil())
                .isEqualTo(ASKED.plusSeconds(90));
    }

    @Test
    void an_absurd_life_is_bounded() {
        assertThat(AccessTokenAnswer.read("{\"access_token\":\"t\",\"expires_in\":999999999999999999}", ASKED)
                        .useUntil())
                .isEqualTo(ASKED.plus(AccessTokenAnswer.MAX_LIFE).minus(AccessTokenAnswer.MAX_MARGIN));
    }

    @Test
    void a_token_that_has_run_out_is_not_used() {
        assertThatThrownBy(
                        () -> AccessTokenAnswer.read("{\"access_token\":\"t\",\"expires_on\":\"1495271273\"}", ASKED))
                .isInstanceOf(UnreadableAnswer.class);
    }
}
