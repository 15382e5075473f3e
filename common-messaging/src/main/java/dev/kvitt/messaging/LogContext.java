package dev.kvitt.messaging;

import java.util.Optional;
import org.jboss.logging.MDC;

/**
 * Says in every line that is logged meanwhile, which entity it is about and which trace it belongs to; in the thread that
 * made it, until it ends. Keys of entities name sales and printed codes, never a person.
 */
public final class LogContext {

    /** {@code msn/saleId}, or another entity's key. */
    public static final String KEY = "sale";

    /** The 32 hexadecimal digits of the entity's {@code traceparent}; absent until it has one. */
    public static final String TRACE = "traceId";

    private final Object keyBefore = MDC.get(KEY);
    private final Object traceBefore = MDC.get(TRACE);

    private LogContext(String key, Optional<String> traceparent) {
        put(KEY, key);
        put(TRACE, traceparent.flatMap(Trace::id).orElse(null));
    }

    public static LogContext of(String key, Optional<String> traceparent) {
        return new LogContext(key, traceparent);
    }

    /** What was said before is said again. */
    public void end() {
        put(KEY, keyBefore);
        put(TRACE, traceBefore);
    }

    private static void put(String name, Object value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
