package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Sandbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Lets what is due happen by itself. */
@ApplicationScoped
public class TimeKeeper {

    /** How late something can be, in real time. */
    static final Duration TICK = Duration.ofMillis(20);

    private static final Duration TIDY_EVERY = Duration.ofSeconds(10);

    private final Sandbox sandbox;
    private final Vertx vertx;
    private final AtomicBoolean catchingUp = new AtomicBoolean();
    private final AtomicLong tick = new AtomicLong();
    private final AtomicLong tidy = new AtomicLong();

    public TimeKeeper(Sandbox sandbox, Vertx vertx) {
        this.sandbox = sandbox;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        tick.set(vertx.setPeriodic(TICK.toMillis(), id -> whenDue()));
        tidy.set(vertx.setPeriodic(TIDY_EVERY.toMillis(), id -> inBackground(sandbox::forgetOldCalls)));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(tick.get());
        vertx.cancelTimer(tidy.get());
    }

    private void whenDue() {
        if (sandbox.isSomethingDue() && catchingUp.compareAndSet(false, true)) {
            inBackground(() -> {
                try {
                    sandbox.catchUpWithTime();
                } finally {
                    catchingUp.set(false);
                }
            });
        }
    }

    private void inBackground(Runnable work) {
        // A payment's lock may be held for a moment: never wait for it on an event loop.
        Thread.ofVirtual().name("sandbox-time").start(work);
    }
}
