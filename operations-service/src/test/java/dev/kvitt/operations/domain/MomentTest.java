package dev.kvitt.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody reads nanoseconds in a sentence. */
class MomentTest {

    @Test
    void it_is_said_to_the_second_with_its_zone() {
        assertThat(Moment.words(Instant.parse("2026-11-29T21:12:35.652777Z"))).isEqualTo("2026-11-29 21:12:35 UTC");
    }
}
