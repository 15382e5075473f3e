package dev.kvitt.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;

/** Random ids, but for a trace that has its id already: that of its first event. */
final class GivenIds implements IdGenerator {

    private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    private final IdGenerator random = IdGenerator.random();

    static <T> T inTrace(String id, Supplier<T> start) {
        TRACE.set(id);
        try {
            return start.get();
        } finally {
            TRACE.remove();
        }
    }

    @Override
    public String generateTraceId() {
        var given = TRACE.get();
        return given == null ? random.generateTraceId() : given;
    }

    @Override
    public String generateSpanId() {
        return random.generateSpanId();
    }
}
