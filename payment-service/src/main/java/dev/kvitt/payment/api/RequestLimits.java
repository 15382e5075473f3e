package dev.kvitt.payment.api;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** How often somebody may ask in any minute. Kept in this process only: a limit against floods, not a price. */
@Singleton
class RequestLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Names that are remembered before those are forgotten that have asked for nothing lately. */
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Instant> usedUntil = new ConcurrentHashMap<>();

    RequestLimits(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param who one of few: a token's name, or a till of the registry
     * @return how long to wait; empty when it was counted and may go on
     */
    Optional<Duration> take(String who, int perMinute) {
        var now = clock.instant();
        if (usedUntil.size() > MOST) {
            usedUntil.values().removeIf(until -> until.isBefore(now));
        }
        var each = WINDOW.dividedBy(perMinute);
        var wait = new AtomicReference<Duration>();
        usedUntil.compute(who, (name, until) -> {
            var used = until == null || until.isBefore(now) ? now : until;
            var over = Duration.between(now, used).plus(each).minus(WINDOW);
            if (over.isPositive()) {
                wait.set(over);
                return used;
            }
            return used.plus(each);
        });
        return Optional.ofNullable(wait.get());
    }
}
