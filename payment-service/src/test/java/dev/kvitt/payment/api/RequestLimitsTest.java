package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody asks more often than they may. */
class RequestLimitsTest {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final RequestLimits limits = new RequestLimits(() -> now);

    @Test
    void sixty_a_minute_are_sixty_at_once_and_then_one_a_second() {
        for (var n = 0; n < 60; n++) {
            assertThat(limits.take("till", 60)).isEmpty();
        }
        assertThat(limits.take("till", 60)).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(limits.take("till", 60)).isEmpty();
        assertThat(limits.take("till", 60)).isPresent();
    }

    @Test
    void one_who_floods_takes_nothing_from_another() {
        while (limits.take("flood", 10).isEmpty()) {
            assertThat(limits.take("till", 1_000)).isEmpty();
        }
        assertThat(limits.take("till", 1_000)).isEmpty();
    }
}
