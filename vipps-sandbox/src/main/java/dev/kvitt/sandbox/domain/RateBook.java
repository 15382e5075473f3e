package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.limits.RateLimit;
import dev.kvitt.vipps.rules.limits.RateWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Who called how often, at one sales unit. */
final class RateBook {

    private record Caller(String operation, String reference) {}

    private record Counted(RateLimit limit, RateWindow window) {}

    private final Map<Caller, Counted> callers = new ConcurrentHashMap<>();

    /** Counts a call; a wait in the answer means that it is not allowed. */
    Optional<Duration> count(String operation, String reference, RateLimit limit, Instant now) {
        AtomicReference<Duration> wait = new AtomicReference<>();
        callers.compute(new Caller(operation, reference), (caller, counted) -> {
            RateWindow window = counted == null ? RateWindow.empty() : counted.window();
            return switch (window.call(limit, now)) {
                case RateWindow.Outcome.Allowed(RateWindow next) -> new Counted(limit, next);
                case RateWindow.Outcome.Exceeded(Duration retryAfter) -> {
                    wait.set(retryAfter);
                    yield new Counted(limit, window);
                }
            };
        });
        return Optional.ofNullable(wait.get());
    }

    /** Forgets callers whose next call would be counted from nothing anyway. */
    void forgetOld(Instant now) {
        callers.values().removeIf(counted -> counted.window().isOver(counted.limit(), now));
    }
}
