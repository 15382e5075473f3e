package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.Circuit;
import dev.kvitt.vipps.client.Circuit.State;
import dev.kvitt.vipps.client.CircuitLimits;
import dev.kvitt.vipps.client.http.Transmission.Health;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The circuit breaker of one lane of one owner. */
final class LaneBreaker {
    private static final Logger LOG = Logger.getLogger("dev.kvitt.vipps.client");

    private final String owner;
    private final Lane lane;
    private final Duration wait;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private volatile Instant openUntil;

    LaneBreaker(String owner, Lane lane, CircuitLimits limits, InstantSource clock) {
        this.owner = owner;
        this.lane = lane;
        this.wait = lane.wait(limits);
        this.clock = clock;
        this.openUntil = clock.instant();
        this.breaker = CircuitBreaker.of(owner + "/" + lane.api() + "/" + lane.kind(), config(limits));
        breaker.getEventPublisher().onStateTransition(this::changed);
    }

    private CircuitBreakerConfig config(CircuitLimits limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        limits.window(), limits.minimumCalls(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(limits.failurePercent())
                .permittedNumberOfCallsInHalfOpenState(limits.trialCalls())
                .waitDurationInOpenState(wait)
                .recordResult(health -> health == Health.ILL)
                .clock(clock.withZone(ZoneOffset.UTC))
                .writableStackTraceEnabled(false)
                .build();
    }

    /** Sends where the lane is open to traffic; otherwise the request is certainly not sent. */
    Transmission send(Supplier<Transmission> sending) {
        if (!isPermitted()) {
            return new Transmission.NotSent(
                    "held back because Vipps' last answers failed (circuit breaker " + breaker.getName() + ")",
                    Health.NOTHING_SAID,
                    Optional.of(remaining()));
        }
        Health health = Health.NOTHING_SAID;
        try {
            Transmission result = sending.get();
            health = result.health();
            return result;
        } finally {
            record(health);
        }
    }

    private boolean isPermitted() {
        return breaker.tryAcquirePermission() || (endWaitOfAnotherTime() && breaker.tryAcquirePermission());
    }

    /** A wait longer than it was meant to be comes from a clock that was set back, and counts as over. One at a time: only OPEN may end so. */
    private synchronized boolean endWaitOfAnotherTime() {
        boolean open = breaker.getState() == CircuitBreaker.State.OPEN;
        boolean over = open && Duration.between(clock.instant(), openUntil).compareTo(wait) > 0;
        if (over) {
            breaker.transitionToHalfOpenState();
        }
        return over;
    }

    private void record(Health health) {
        switch (health) {
            case WELL, ILL -> breaker.onResult(0, TimeUnit.NANOSECONDS, health);
            case NOTHING_SAID -> breaker.releasePermission();
        }
    }

    /** While a few calls try, the others wait as long as if it had just opened. */
    private Duration remaining() {
        Duration left = Duration.between(clock.instant(), openUntil);
        boolean open = breaker.getState() == CircuitBreaker.State.OPEN;
        return open && left.isPositive() && left.compareTo(wait) <= 0 ? left : wait;
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        switch (event.getStateTransition().getToState()) {
            case OPEN -> {
                openUntil = clock.instant().plus(wait);
                LOG.warnf(
                        "Vipps does not work for %s, %s %s: calls are held back for %s",
                        owner, lane.api(), lane.kind(), wait);
            }
            case CLOSED -> LOG.infof("Vipps works again for %s, %s %s", owner, lane.api(), lane.kind());
            default -> LOG.debugf("Trying whether Vipps works for %s, %s %s", owner, lane.api(), lane.kind());
        }
    }

    Circuit reading() {
        return new Circuit(
                owner, lane.api(), lane.kind(), state(), breaker.getMetrics().getFailureRate());
    }

    private State state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
        };
    }
}
