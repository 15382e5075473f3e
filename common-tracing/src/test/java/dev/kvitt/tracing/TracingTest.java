package dev.kvitt.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";
    private static final Instant EARLIER = Instant.parse("2026-11-21T10:00:00Z");

    private final InMemorySpanExporter collected = InMemorySpanExporter.create();

    @AfterEach
    void stop() {
        Tracing.collect(null);
    }

    @Test
    void while_nobody_collects_nothing_begins_and_every_traceparent_stays_as_it_is() {
        assertThat(Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT)).isSameAs(Traced.NOTHING);
        assertThat(Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT, TRACEPARENT))
                .isSameAs(Traced.NOTHING);
        assertThat(Tracing.beginTrace(SpanKind.SERVER, "webhook", TRACEPARENT, EARLIER))
                .isSameAs(Traced.NOTHING);
        assertThat(Tracing.beginHere(SpanKind.CLIENT, "call")).isSameAs(Traced.NOTHING);
        assertThat(Tracing.here(TRACEPARENT)).isEqualTo(TRACEPARENT);
        assertThat(Traced.nothing().here().traceparent(TRACEPARENT)).isEqualTo(TRACEPARENT);
        Traced.nothing().close(new IllegalStateException());
    }

    @Test
    void what_comes_of_a_message_is_below_whoever_sent_it() {
        collect(Sampler.alwaysOn());
        Tracing.begin(SpanKind.PRODUCER, "send", TRACEPARENT, EARLIER)
                .with("kvitt.sale", "123456/sale-00001")
                .close();
        var span = spans().getFirst();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
        assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(span.getStartEpochNanos()).isEqualTo(EARLIER.getEpochSecond() * 1_000_000_000);
        assertThat(span.getAttributes().asMap().toString()).contains("123456/sale-00001");
    }

    @Test
    void a_tracer_that_fails_stops_nothing_that_it_watches() {
        Tracing.collect(name -> {
            throw new NoClassDefFoundError("forgotten");
        });
        assertThat(Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT)).isSameAs(Traced.NOTHING);
        assertThat(Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT, TRACEPARENT))
                .isSameAs(Traced.NOTHING);
        assertThat(Tracing.begin(SpanKind.PRODUCER, "send", TRACEPARENT, EARLIER))
                .isSameAs(Traced.NOTHING);
        assertThat(Tracing.beginTrace(SpanKind.SERVER, "webhook", TRACEPARENT, EARLIER))
                .isSameAs(Traced.NOTHING);
    }

    @Test
    void a_span_that_fails_in_all_that_it_is_told_stops_nothing_that_it_watches() {
        var calls = new ArrayList<String>();
        var broken = (Span) Proxy.newProxyInstance(
                Span.class.getClassLoader(), new Class<?>[] {Span.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    throw new NoClassDefFoundError("forgotten");
                });
        var span = new Traced(broken).with("kvitt.sale", "123456/sale-00001").here();
        assertThat(span.traceparent(TRACEPARENT)).isEqualTo(TRACEPARENT);
        span.failed("SOME_CODE");
        span.close(new IllegalStateException());

        assertThat(calls)
                .containsExactly("setAttribute", "makeCurrent", "getSpanContext", "setStatus", "setStatus", "end");
    }

    @Test
    void a_message_of_another_trace_is_applied_in_the_sales_own_and_pointed_to() {
        collect(Sampler.alwaysOn());
        var sameTrace = TRACEPARENT.replace(SPAN, "00f067aa0ba902b7");
        var other = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT, sameTrace).close();
        Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT, other).close();
        Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT, (String) null).close();

        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(spans()).extracting(SpanData::getParentSpanId).containsExactly("00f067aa0ba902b7", SPAN, SPAN);
        assertThat(spans().get(1).getLinks()).containsExactly(LinkData.create(Traceparent.context(other)));
        assertThat(spans().get(2).getLinks()).isEmpty();
    }

    @Test
    void a_trace_that_begins_here_has_the_id_that_its_first_event_gives_it() {
        collect(Sampler.alwaysOn());
        var made = Traceparent.of(null, UUID.fromString("b7d1f5b0-3c1e-5f2a-9a64-3f7c2e1d0b5a"));
        var first = Tracing.beginTrace(SpanKind.SERVER, "webhook", made, EARLIER);
        Tracing.begin(SpanKind.CONSUMER, "apply", first.traceparent("")).close();
        first.close();

        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(made.substring(3, 35));
        assertThat(spans().getLast().getParentSpanContext().isValid()).isFalse();
        assertThat(spans().getFirst().getParentSpanId())
                .isEqualTo(spans().getLast().getSpanId());
        Tracing.beginTrace(SpanKind.SERVER, "webhook", made, EARLIER).close();
        assertThat(spans()).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
    }

    @Test
    void calls_are_part_of_what_makes_them_and_others_are_not_collected() {
        collect(Sampler.alwaysOn());
        Tracing.beginHere(SpanKind.CLIENT, "upkeep").close();
        try (var task = Tracing.begin(SpanKind.INTERNAL, "task", TRACEPARENT).here()) {
            assertThat(Tracing.here(TRACEPARENT)).isEqualTo(task.traceparent(""));
            assertThat(Tracing.here(TRACEPARENT.replace(TRACE, "4bf92f3577b34da6a3ce929d0e0e4736")))
                    .as("what is said about another sale")
                    .doesNotContain(TRACE);
            var call = Tracing.beginHere(SpanKind.CLIENT, "GET /epayment/v1/payments/{reference}");
            call.close(new IllegalStateException("+4790000000"));
        }
        Tracing.beginHere(SpanKind.CLIENT, "upkeep").close();
        assertThat(Tracing.here(TRACEPARENT)).isEqualTo(TRACEPARENT);
        assertThat(spans()).hasSize(2);
        var call = spans().getFirst();
        assertThat(call.getParentSpanId()).isEqualTo(spans().getLast().getSpanId());
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.getStatus().getDescription()).isEqualTo("IllegalStateException");
    }

    @Test
    void a_trace_that_the_sampler_leaves_out_costs_no_span_and_goes_on_as_it_was() {
        collect(Sampler.alwaysOff());
        var span = Tracing.begin(SpanKind.CONSUMER, "apply", TRACEPARENT);
        assertThat(span).isSameAs(Traced.NOTHING);
        assertThat(span.traceparent(TRACEPARENT)).isEqualTo(TRACEPARENT);
        assertThat(spans()).isEmpty();
    }

    @Test
    void what_is_no_traceparent_begins_nothing() {
        collect(Sampler.alwaysOn());
        assertThat(Tracing.begin(SpanKind.CONSUMER, "apply", "4798761234")).isSameAs(Traced.NOTHING);
        assertThat(Tracing.begin(SpanKind.CONSUMER, "apply", "", TRACEPARENT)).isSameAs(Traced.NOTHING);
    }

    private List<SpanData> spans() {
        return collected.getFinishedSpanItems();
    }

    private void collect(Sampler sampler) {
        Tracing.collect(SdkTracerProvider.builder()
                .setIdGenerator(new GivenIds())
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(collected))
                .build()
                .get("test"));
    }
}
