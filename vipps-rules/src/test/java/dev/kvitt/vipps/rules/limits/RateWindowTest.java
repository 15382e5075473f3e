package dev.kvitt.vipps.rules.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.Operation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateWindowTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void five_writes_a_minute_are_answered_and_the_sixth_is_told_when_to_come_back() {
        RateWindow window = RateWindow.empty();
        for (int call = 0; call < 5; call++) {
            window = allowed(window.call(RateLimit.WRITES, START.plusSeconds(call)));
        }

        assertThat(window.call(RateLimit.WRITES, START.plusSeconds(5)))
                .isEqualTo(new RateWindow.Outcome.Exceeded(Duration.ofSeconds(55)));
        assertThat(allowed(window.call(RateLimit.WRITES, START.plusSeconds(60))).calls())
                .hasSize(5);
    }

    @Test
    void writes_are_counted_per_sales_unit_and_reads_per_subscription_key() {
        for (Operation write : Operation.values()) {
            assertThat(LimitedCall.of(write).name()).isEqualTo(write.name());
            assertThat(LimitedCall.of(write).limit()).isEqualTo(new RateLimit(5, Duration.ofMinutes(1)));
            assertThat(LimitedCall.of(write).counted()).isEqualTo(LimitedCall.Counted.PER_SALES_UNIT);
        }
        assertThat(LimitedCall.GET.limit()).isEqualTo(new RateLimit(120, Duration.ofMinutes(1)));
        assertThat(LimitedCall.EVENTS.limit()).isEqualTo(new RateLimit(120, Duration.ofMinutes(1)));
        assertThat(LimitedCall.GET.counted()).isEqualTo(LimitedCall.Counted.PER_SUBSCRIPTION_KEY);
    }

    @Test
    void a_refused_call_does_not_make_the_wait_longer() {
        RateLimit once = new RateLimit(1, Duration.ofSeconds(10));
        RateWindow window = allowed(RateWindow.empty().call(once, START));

        assertThat(window.call(once, START.plusSeconds(9)))
                .isEqualTo(new RateWindow.Outcome.Exceeded(Duration.ofSeconds(1)));
        assertThat(window.isOver(once, START.plusSeconds(9))).isFalse();
        assertThat(window.isOver(once, START.plusSeconds(10))).isTrue();
    }

    @Test
    void the_documented_limits_are_5_writes_and_120_reads() {
        assertThat(RateLimit.WRITES).isEqualTo(new RateLimit(5, Duration.ofMinutes(1)));
        assertThat(RateLimit.READS).isEqualTo(new RateLimit(120, Duration.ofMinutes(1)));
    }

    private static RateWindow allowed(RateWindow.Outcome outcome) {
        return switch (outcome) {
            case RateWindow.Outcome.Allowed allowed -> allowed.window();
            case RateWindow.Outcome.Exceeded exceeded -> throw new AssertionError("exceeded: " + exceeded);
        };
    }
}
