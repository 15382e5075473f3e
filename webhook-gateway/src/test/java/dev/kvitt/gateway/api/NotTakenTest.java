package dev.kvitt.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NotTakenTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final NotTaken notTaken = new NotTaken(now::get);

    @Test
    void each_cause_is_told_at_once_and_then_with_its_number_once_a_minute() {
        assertThat(notTaken.untold(Cause.UNKNOWN_TOKEN)).isEqualTo(1);
        assertThat(notTaken.untold(Cause.UNKNOWN_TOKEN)).isZero();
        assertThat(notTaken.untold(Cause.OTHER_BODY)).isEqualTo(1);
        assertThat(notTaken.untold(Cause.UNKNOWN_TOKEN)).isZero();

        now.set(now.get().plus(NotTaken.QUIET).plusMillis(1));
        assertThat(notTaken.untold(Cause.UNKNOWN_TOKEN)).isEqualTo(3);
    }
}
