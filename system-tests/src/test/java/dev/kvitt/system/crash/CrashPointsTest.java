package dev.kvitt.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No crash point is forgotten, neither on the page nor by {@link CrashTest}. */
class CrashPointsTest {

    @Test
    void the_page_about_tests_names_exactly_the_points_in_the_code() {
        assertThat(CrashPoints.onThePage())
                .as("docs/testing.md, Crash points")
                .isNotEmpty()
                .isEqualTo(CrashPoints.inTheCode());
    }

    @Test
    void services_that_are_not_halted_at_timers_set_none() {
        assertThat(CrashPoints.wronglyLeftOut()).isEmpty();
    }
}
