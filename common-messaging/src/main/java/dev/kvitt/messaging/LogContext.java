package dev.kvitt.messaging;

import dev.kvitt.tracing.Traced;
import dev.kvitt.tracing.Traceparent;
import java.util.Optional;
import org.jboss.logging.MDC;

/**
 * Says in every line that is logged meanwhile, which entity it is about and which trace it belongs to; in the thread that
 * made it, until it ends. Where spans are collected, it is one of that trace. Keys of entities name sales and printed codes, never a
 * person.
 */
public final class LogContext {

    /** {@code msn/saleId}, or another entity's key. */
    public static final String KEY = "sale";

    /** The 32 hexadecimal digits of the entity's {@code traceparent}; absent until it has one. */
    public static final String TRACE = "traceId";

    private final Object keyBefore = MDC.get(KEY);
    private final Object traceBefore = MDC.get(TRACE);
    private final Traced span;

    private LogContext(String key, Optional<String> traceparent, Traced span) {
        put(KEY, key);
        put(TRACE, traceparent.flatMap(Traceparent::id).orElse(null));
        this.span = span.with("kvitt.sale", key).here();
    }

    public static LogContext of(String key, Optional<String> traceparent) {
        return new LogContext(key, traceparent, Traced.nothing());
    }

    /** @param span what is done meanwhile */
    public static LogContext of(String key, Optional<String> traceparent, Traced span) {
        return new LogContext(key, traceparent, span);
    }

    /** What was said before is said again. */
    public void end() {
        try {
            span.close();
        } finally {
            put(KEY, keyBefore);
            put(TRACE, traceBefore);
        }
    }

    private static void put(String name, Object value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
