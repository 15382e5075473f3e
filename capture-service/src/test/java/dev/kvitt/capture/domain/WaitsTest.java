package dev.kvitt.capture.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void waits_grow_to_five_minutes_and_stay_there() {
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(tries -> Waits.after(tries).toSeconds()))
                .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 120L, 300L, 300L, 300L);
        assertThat(Waits.after(Integer.MAX_VALUE)).isEqualTo(Waits.LONGEST);
    }

    @Test
    void the_first_minute_has_no_more_tries_than_vipps_takes() {
        var at = 0L;
        var triesInFirstMinute = 0;
        for (var tries = 1; at < 60; tries++) {
            triesInFirstMinute++;
            at += Waits.after(tries).toSeconds();
        }
        assertThat(triesInFirstMinute).isEqualTo(5);
    }

    @Test
    void what_vipps_asks_for_is_honoured_up_to_an_hour() {
        assertThat(Waits.asked(Optional.of(Duration.ofSeconds(90)), 1)).isEqualTo(Duration.ofSeconds(90));
        assertThat(Waits.asked(Optional.of(Duration.ofDays(2)), 1)).isEqualTo(Duration.ofHours(1));
        assertThat(Waits.asked(Optional.empty(), 3)).isEqualTo(Duration.ofSeconds(8));
    }
}
