package dev.kvitt.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceparentTest {

    private static final UUID ID = UUID.fromString("0b0b9c1e-6f5e-5d0e-9c64-5a1f6b7a4b11");

    @Test
    void the_trace_begins_with_the_sender_or_with_the_event() {
        var received = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var made = "00-9c645a1f6b7a4b110b0b9c1e6f5e5d0e-0b0b9c1e6f5e5d0e-01";

        assertThat(Traceparent.of(received, ID)).isEqualTo(received);
        assertThat(Traceparent.of(null, ID)).isEqualTo(made);
        assertThat(Traceparent.of(received + "\n4791234567", ID)).isEqualTo(made);
        assertThat(Traceparent.of("00-" + "0".repeat(32) + "-b7ad6b7169203331-01", ID))
                .isEqualTo(made);
        assertThat(Traceparent.id(made)).contains("9c645a1f6b7a4b110b0b9c1e6f5e5d0e");
        assertThat(Traceparent.id("somebody's own idea")).isEmpty();
    }

    /** As they would not be, were the trace's id the event's as it is: no trace at all below one half. */
    @Test
    void of_traces_that_are_made_from_events_a_sampler_takes_the_share_that_it_is_told() {
        var sampler = Sampler.traceIdRatioBased(0.1);
        var taken = IntStream.range(0, 2000)
                .mapToObj(n -> UUID.nameUUIDFromBytes(("event-" + n).getBytes(StandardCharsets.UTF_8)))
                .map(id -> Traceparent.id(Traceparent.of(null, id)).orElseThrow())
                .filter(trace -> sampler.shouldSample(
                                        Context.root(), trace, "any", SpanKind.CONSUMER, Attributes.empty(), List.of())
                                .getDecision()
                        == SamplingDecision.RECORD_AND_SAMPLE)
                .count();
        assertThat(taken).isBetween(140L, 260L);
    }
}
