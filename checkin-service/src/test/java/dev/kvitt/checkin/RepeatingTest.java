package dev.kvitt.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Test
    void waits_twice_as_long_after_each_failure_and_never_longer_than_the_period() {
        assertThat(Repeating.retryAfter(1, EVERY)).isEqualTo(Repeating.FIRST_RETRY);
        assertThat(Repeating.retryAfter(2, EVERY)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Repeating.retryAfter(5, EVERY)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Repeating.retryAfter(1000, EVERY)).isEqualTo(EVERY);
    }

    @Test
    void work_that_failed_is_done_again_without_waiting_for_the_period() throws Exception {
        var tries = new AtomicInteger();
        var succeeded = new CountDownLatch(1);
        try (var repeating = new Repeating("test", EVERY, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the first try fails");
            }
            succeeded.countDown();
            return Optional.empty();
        })) {
            repeating.start(Duration.ZERO);
            assertThat(succeeded.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(tries).hasValue(2);
    }
}
