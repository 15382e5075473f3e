package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void a_loop_is_idle_since_it_last_moved() {
        var pulse = new Pulse(Thread.currentThread(), nanos::get);
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(pulse.idle()).isEqualTo(Duration.ofMinutes(4));
        pulse.beat();
        assertThat(pulse.idle()).isZero();
    }

    @Test
    void a_loop_whose_thread_has_died_never_moves_again() throws Exception {
        var dead = new Thread(() -> {});
        var pulse = new Pulse(dead, nanos::get);
        assertThat(pulse.idle()).as("not started yet").isZero();
        dead.start();
        dead.join();
        pulse.beat();
        assertThat(pulse.idle()).isEqualTo(Pulse.DEAD);
    }
}
