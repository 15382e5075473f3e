package dev.kvitt.vipps.rules.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls one caller made lately. Immutable; a refused call does not count.
 *
 * @param calls when they were made, oldest first; never more than the limit allows
 */
public record RateWindow(List<Instant> calls) {

    public RateWindow {
        calls = List.copyOf(calls);
    }

    public static RateWindow empty() {
        return new RateWindow(List.of());
    }

    /** Counts a call at {@code now}, or says how long to wait. */
    public Outcome call(RateLimit limit, Instant now) {
        List<Instant> recent = calls.stream()
                .filter(at -> at.isAfter(now.minus(limit.window())))
                .toList();
        if (recent.size() >= limit.calls()) {
            Duration wait = Duration.between(now, recent.getFirst().plus(limit.window()));
            return new Outcome.Exceeded(wait);
        }
        return new Outcome.Allowed(
                new RateWindow(Stream.concat(recent.stream(), Stream.of(now)).toList()));
    }

    /** Whether forgetting this window changes no later answer. */
    public boolean isOver(RateLimit limit, Instant now) {
        return calls.isEmpty() || !calls.getLast().isAfter(now.minus(limit.window()));
    }

    /** What the limit says to one call. */
    public sealed interface Outcome {
        /** @param window to remember */
        record Allowed(RateWindow window) implements Outcome {}

        /** @param retryAfter when the next call will be allowed */
        record Exceeded(Duration retryAfter) implements Outcome {}
    }
}
