package dev.kvitt.vipps.rules.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryLadderTest {

    @Test
    void the_first_four_attempts_come_two_seconds_apart_then_a_minute_then_two() {
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(RetryLadder::delayAfter).map(Optional::orElseThrow))
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2));
    }

    @Test
    void then_hourly_then_daily_and_never_after_seven_days() {
        assertThat(RetryLadder.delayAfter(6)).contains(Duration.ofHours(1));
        assertThat(RetryLadder.delayAfter(28)).contains(Duration.ofHours(1));
        assertThat(RetryLadder.delayAfter(29)).contains(Duration.ofDays(1));
        assertThat(RetryLadder.delayAfter(34)).contains(Duration.ofDays(1));
        assertThat(RetryLadder.delayAfter(35)).isEmpty();
        Duration total = IntStream.rangeClosed(1, 34)
                .mapToObj(failed -> RetryLadder.delayAfter(failed).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isLessThanOrEqualTo(RetryLadder.GIVE_UP_AFTER);
    }
}
