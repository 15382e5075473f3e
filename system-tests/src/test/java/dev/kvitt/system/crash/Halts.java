package dev.kvitt.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.stack.HealthProbe;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.system.StackUnderTest;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Halts one service at one point after the other. Each start recovers from the halt before it and runs into the next;
 * the last one, when this is closed, stays.
 */
final class Halts implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Stack stack = StackUnderTest.stack();
    private final String service;
    private final Set<String> points = new TreeSet<>();

    private Halts(String service) {
        this.service = service;
    }

    /** Begins with the service killed when it has said all it had to say, so that only what comes now halts it. */
    static Halts of(String service) {
        var halts = new Halts(service);
        if (CrashPoints.of(service).contains("outbox.before-send")) {
            var database = service.replace("-service", "");
            StackUnderTest.waitFor(() -> Rows.count(database, "select count(*) from outbox") == 0, LIMIT);
        }
        halts.stack.kill(service);
        return halts;
    }

    /** Halts at the point by what was left to be done. */
    void at(String point) {
        at(point, () -> {});
    }

    /** @param cause happens while the service starts, and brings it to the point */
    void at(String point, Runnable cause) {
        var halt = stack.restartToHalt(service, point);
        cause.run();
        halted(point, halt);
    }

    /** @param cause happens when the service is ready, if it has not halted by then */
    void whenReadyAt(String point, Runnable cause) {
        var halt = stack.restartToHalt(service, point);
        var url = stack.context().ports().url(service);
        StackUnderTest.waitFor(() -> halt.isDone() || HealthProbe.isReady(url), LIMIT);
        cause.run();
        halted(point, halt);
    }

    private void halted(String point, CompletableFuture<Void> halt) {
        assertThat(halt).as(service + " halts at " + point).succeedsWithin(LIMIT);
        points.add(point);
    }

    /** It was halted at every point that it can come to. */
    void wereEverywhere() {
        assertThat(points).as("points at which " + service + " was halted").isEqualTo(CrashPoints.of(service));
    }

    @Override
    public void close() {
        stack.kill(service);
        stack.restart(service);
    }
}
