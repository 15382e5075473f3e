package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each span is below the one that caused it, through a message, a task, a timer and the outbox. */
class SpansTest extends ServiceTest {

    private static final String SENDER = "b7ad6b7169203331";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final InMemorySpanExporter collected = InMemorySpanExporter.create();

    @BeforeEach
    void collect() {
        Tracing.collect(SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(collected))
                .build()
                .get("test"));
    }

    @AfterEach
    void collectNoMore() {
        Tracing.collect(null);
    }

    @Test
    void what_comes_of_a_message_is_below_it_through_task_timer_and_outbox() {
        handler.on("r1", (entity, effects) -> effects.task("call", "{}", effects.now()));
        Broker.send(sale(1).confirmed("r1"), Map.of(Traceparent.HEADER, "00-" + TRACE + "-" + SENDER + "-01"));
        start(task -> Completion.done((entity, effects) -> {
            History.add(entity, effects, "called");
            effects.timer("late", effects.now());
        }));

        happened(sale(1), "r1", "called", "timer:late");
        Eventually.see(() -> assertThat(sent()).hasSize(3));
        assertThat(collected.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACE);
        var apply = named("apply kvitt.sale.amount-confirmed.v1").getFirst();
        var task = named("task call").getFirst();
        var timer = named("timer late").getFirst();
        assertThat(apply.getParentSpanId()).isEqualTo(SENDER);
        assertThat(task.getParentSpanId()).isEqualTo(apply.getSpanId());
        assertThat(timer.getParentSpanId()).as("the sale's own").isEqualTo(SENDER);
        assertThat(sent())
                .extracting(SpanData::getParentSpanId)
                .containsExactly(apply.getSpanId(), task.getSpanId(), timer.getSpanId());
        assertThat(messages(Topics.RECEIPT_EVENTS).stream()
                        .map(message -> Broker.headers(message).get(Traceparent.HEADER)))
                .containsExactlyElementsOf(sent().stream()
                        .map(span -> "00-" + TRACE + "-" + span.getSpanId() + "-01")
                        .toList());
    }

    @Test
    void a_collector_that_fails_parks_nothing_and_leaves_no_sale_in_the_log_of_others() {
        var failed = new AtomicInteger();
        Tracing.collect(SdkTracerProvider.builder()
                .addSpanProcessor(failing(failed))
                .build()
                .get("test"));
        var parent = "00-" + TRACE + "-" + SENDER + "-01";
        LogContext.of(sale(1).key(), Optional.of(parent), Tracing.begin(SpanKind.INTERNAL, "task", parent))
                .end();
        assertThat(MDC.get(LogContext.KEY)).isNull();
        assertThat(MDC.get(LogContext.TRACE)).isNull();
        assertThat(failed).hasValue(1);

        Broker.send(sale(1).confirmed("r1"), Map.of(Traceparent.HEADER, parent));
        start();
        happened(sale(1), "r1");
        assertThat(database.parked(sale(1).key())).isFalse();
        assertThat(failed).hasValueGreaterThan(1);
    }

    private static SpanProcessor failing(AtomicInteger failed) {
        return new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {}

            @Override
            public boolean isStartRequired() {
                return false;
            }

            @Override
            public void onEnd(ReadableSpan span) {
                failed.incrementAndGet();
                throw new NoClassDefFoundError("forgotten");
            }

            @Override
            public boolean isEndRequired() {
                return true;
            }
        };
    }

    private List<SpanData> sent() {
        return named("send kvitt.receipt.posted.v1");
    }

    private List<SpanData> named(String name) {
        return collected.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }
}
