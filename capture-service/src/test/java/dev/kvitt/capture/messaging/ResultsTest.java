package dev.kvitt.capture.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.SaleId;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResultsTest {

    @Test
    void outcomes_told_under_the_same_number_before_and_after_a_restore_are_different_events() {
        assertThat(Arrays.stream(Outcome.values())
                        .map(outcome -> Results.event(first(outcome)).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_result_read_from_its_row_is_told_again_as_the_same_event() {
        var told = first(Outcome.SUCCEEDED);
        var stored = EventCodec.data(EventType.OPERATION_RESULT, EventCodec.json(told), OperationResult.class);
        assertThat(Results.event(stored)).isEqualTo(Results.event(told));
    }

    private static OperationResult first(Outcome outcome) {
        return new OperationResult(
                new Msn("123456"),
                new SaleId("machine-7-0001"),
                new OperationId("machine-7-0001-1/capture/1"),
                1,
                outcome,
                null,
                null,
                null,
                Instant.parse("2026-11-21T12:00:00Z"));
    }
}
