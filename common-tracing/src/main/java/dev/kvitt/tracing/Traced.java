package dev.kvitt.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * A span, or nothing while nobody collects it. Closed where it ends, in any thread. What collects it may fail; nothing here fails with
 * it.
 */
public final class Traced implements AutoCloseable {

    static final Traced NOTHING = new Traced(Span.getInvalid());

    private final Span span;
    private Scope scope = Scope.noop();

    Traced(Span span) {
        this.span = span;
    }

    public static Traced nothing() {
        return NOTHING;
    }

    /** @param value nothing of a person */
    public Traced with(String name, String value) {
        guarded(() -> span.setAttribute(name, value));
        return this;
    }

    /** What begins in this thread until it is closed, here as well, comes of it. */
    @SuppressWarnings("MustBeClosedChecker")
    public Traced here() {
        if (this != NOTHING) {
            scope = Tracing.guarded(span::makeCurrent, Scope.noop());
        }
        return this;
    }

    /** For whom it goes on with elsewhere. */
    public String traceparent(String whereNothing) {
        return this == NOTHING
                ? whereNothing
                : Tracing.guarded(() -> Traceparent.of(span.getSpanContext()), whereNothing);
    }

    /** @param why of whose class nothing but the name is told: texts may quote what came in */
    public void failed(Throwable why) {
        failed(why.getClass().getSimpleName());
    }

    /** @param why a code, never a text that may quote what came in */
    public void failed(String why) {
        guarded(() -> span.setStatus(StatusCode.ERROR, why));
    }

    /** @param failure absent where it ended well */
    public void close(Throwable failure) {
        if (failure != null) {
            failed(failure);
        }
        close();
    }

    @Override
    public void close() {
        guarded(scope::close);
        guarded(span::end);
    }

    private void guarded(Runnable watching) {
        if (this != NOTHING) {
            var unused = Tracing.guarded(
                    () -> {
                        watching.run();
                        return true;
                    },
                    false);
        }
    }
}
