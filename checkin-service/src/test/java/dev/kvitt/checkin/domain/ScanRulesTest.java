package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanRulesTest {

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofSeconds(5));
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final CodeInHand FREE = new CodeInHand(Optional.empty(), false);

    @Test
    void a_fresh_scan_of_a_free_code_opens_a_sale() {
        assertThat(decide(NOW.minusSeconds(2), FREE)).isEqualTo(new Decision.Open(Optional.empty()));
    }

    @Test
    void a_scan_of_exactly_the_greatest_age_still_opens_a_sale() {
        assertThat(decide(NOW.minusSeconds(60), FREE)).isInstanceOf(Decision.Open.class);
    }

    @Test
    void a_scan_older_than_that_opens_nothing_and_does_not_touch_the_code() {
        var decision = ScanRules.decide(
                NOW.minusSeconds(60).minusNanos(1),
                () -> {
                    throw new AssertionError("the code was locked for nothing");
                },
                NOW,
                LIMITS);
        assertThat(decision).isInstanceOf(Decision.TooOld.class);
    }

    @Test
    void a_scan_from_a_clock_ahead_of_ours_opens_a_sale() {
        assertThat(decide(NOW.plusSeconds(5), FREE)).isInstanceOf(Decision.Open.class);
        assertThat(ScanRules.fromTheFuture(NOW.plusSeconds(60), NOW, LIMITS)).isFalse();
        assertThat(ScanRules.fromTheFuture(NOW.plusSeconds(61), NOW, LIMITS)).isTrue();
    }

    @Test
    void the_second_scanner_waits_while_a_sale_holds_the_code() {
        assertThat(decide(NOW, heldUntil(NOW.plusSeconds(20)))).isInstanceOf(Decision.Wait.class);
        assertThat(decide(NOW, heldUntil(NOW))).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void a_sale_without_an_end_does_not_block_the_machine_for_ever() {
        var stuck = heldUntil(NOW.minusNanos(1));
        assertThat(decide(NOW, stuck)).isEqualTo(new Decision.Open(stuck.session()));
    }

    @Test
    void who_came_first_is_served_first() {
        assertThat(decide(NOW, new CodeInHand(Optional.empty(), true))).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void a_scan_waits_while_somebody_else_decides_about_the_code() {
        assertThat(ScanRules.decide(NOW, Optional::empty, NOW, LIMITS)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void limits_must_be_positive() {
        assertThatThrownBy(() ->
                        new Limits(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(5)))
                .hasMessageContaining("kvitt.checkin.max-age");
    }

    private static Decision decide(Instant initiatedAt, CodeInHand code) {
        return ScanRules.decide(initiatedAt, () -> Optional.of(code), NOW, LIMITS);
    }

    private static CodeInHand heldUntil(Instant time) {
        return new CodeInHand(Optional.of(OpenSession.of("123456/scan-1", NOW.minusSeconds(600), time, null)), false);
    }
}
