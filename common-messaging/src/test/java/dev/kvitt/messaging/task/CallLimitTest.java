package dev.kvitt.messaging.task;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A service whose calls may outlast the lease of a task does not start: two processes would be at one capture. */
class CallLimitTest {

    private static final Transactions NONE = new Transactions() {
        @Override
        public <T> T run(Work<T> work) {
            throw new AssertionError("nothing is to be read or written before the loops are started");
        }
    };

    @Test
    void calls_that_outlast_the_lease_stop_the_start_and_the_error_says_what_to_set() {
        assertThatThrownBy(() -> loop(new CallLimit(3, Duration.ofMillis(7_500), "kvitt.vipps.request-timeout")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kvitt.vipps.request-timeout is 7.5 s: 3 in a row, and the work around them")
                .hasMessageContaining("longer than the 30 s")
                .hasMessageContaining("less than 7.5 s");
    }

    @Test
    void calls_that_end_before_the_lease_do_not() {
        assertThatCode(() -> loop(new CallLimit(3, Duration.ofMillis(7_499), "kvitt.vipps.request-timeout")))
                .doesNotThrowAnyException();
    }

    private static TaskLoop loop(CallLimit limit) {
        var runner = new TaskRunner() {
            @Override
            public Completion run(Task task) {
                throw new AssertionError("nothing is to be run");
            }

            @Override
            public Optional<CallLimit> callLimit() {
                return Optional.of(limit);
            }
        };
        return new TaskLoop(new Door(NONE, InstantSource.system()), NONE, runner, InstantSource.system());
    }
}
