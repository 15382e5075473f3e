package dev.kvitt.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Begins spans. While nobody collects them this does nothing and costs a look at a field. Names and attributes hold keys of sales,
 * types and topics, never anything of a person.
 */
public final class Tracing {

    /** Absent while nobody collects. */
    private static volatile Tracer tracer;

    private static final Logger LOG = Logger.getLogger(Tracing.class);

    private Tracing() {}

    /** @param with who makes the spans that begin from now on; null for nobody, which only a test says while something may begin */
    public static void collect(Tracer with) {
        tracer = with;
    }

    /** Whether it is worth finding out what a span would say. */
    public static boolean isOn() {
        return tracer != null;
    }

    /**
     * Something that comes of what a {@code traceparent} names.
     *
     * @param traceparent what is none begins no span
     */
    public static Traced begin(SpanKind kind, String name, String traceparent) {
        return isOn() && Traceparent.isOne(traceparent)
                ? started(() -> builder(kind, name).setParent(below(traceparent)))
                : Traced.NOTHING;
    }

    /** @param since when it began */
    public static Traced begin(SpanKind kind, String name, String traceparent, Instant since) {
        return isOn() && Traceparent.isOne(traceparent)
                ? started(
                        () -> builder(kind, name).setParent(below(traceparent)).setStartTimestamp(since))
                : Traced.NOTHING;
    }

    /**
     * Something that happens to a sale because of a message.
     *
     * @param traceparent the sale's own; what is none begins no span
     * @param cause the message's: where it is of another trace, the span is the sale's all the same and points there
     */
    public static Traced begin(SpanKind kind, String name, String traceparent, String cause) {
        if (!isOn() || !Traceparent.isOne(traceparent)) {
            return Traced.NOTHING;
        }
        if (!Traceparent.isOne(cause)) {
            return begin(kind, name, traceparent);
        }
        return cause.startsWith(traceparent.substring(0, 35))
                ? begin(kind, name, cause)
                : started(
                        () -> builder(kind, name).setParent(below(traceparent)).addLink(Traceparent.context(cause)));
    }

    /** The first span of the trace that a {@code traceparent} names. */
    public static Traced beginTrace(SpanKind kind, String name, String traceparent, Instant since) {
        return isOn() && Traceparent.isOne(traceparent)
                ? GivenIds.inTrace(
                        traceparent.substring(3, 35),
                        () -> started(() -> builder(kind, name).setNoParent().setStartTimestamp(since)))
                : Traced.NOTHING;
    }

    /** Part of what happens in this thread; nothing where nothing does. */
    public static Traced beginHere(SpanKind kind, String name) {
        return isOn() && Span.current().getSpanContext().isValid()
                ? started(() -> builder(kind, name).setParent(Context.current()))
                : Traced.NOTHING;
    }

    /** Of what happens in this thread, where that belongs to the same trace; else as it was. */
    public static String here(String traceparent) {
        if (!isOn() || !Traceparent.isOne(traceparent)) {
            return traceparent;
        }
        var here = Span.current().getSpanContext();
        return here.isValid() && traceparent.startsWith(here.getTraceId(), 3) ? Traceparent.of(here) : traceparent;
    }

    private static SpanBuilder builder(SpanKind kind, String name) {
        return tracer.spanBuilder(name).setSpanKind(kind);
    }

    private static Context below(String traceparent) {
        return Context.root().with(Span.wrap(Traceparent.context(traceparent)));
    }

    /** One that the sampler leaves out is as good as none: what comes of it has the parent that it would have had. */
    private static Traced started(Supplier<SpanBuilder> builder) {
        return guarded(
                () -> {
                    var span = builder.get().startSpan();
                    return span.isRecording() ? new Traced(span) : Traced.NOTHING;
                },
                Traced.NOTHING);
    }

    /** A payment does not wait for who watches it, nor fails with them. */
    static <T> T guarded(Supplier<T> watching, T otherwise) {
        try {
            return watching.get();
        } catch (RuntimeException | LinkageError e) {
            LOG.warnf("A span could not be collected: %s", e.getClass().getSimpleName());
            return otherwise;
        }
    }
}
