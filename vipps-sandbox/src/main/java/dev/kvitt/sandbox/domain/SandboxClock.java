package dev.kvitt.sandbox.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The sandbox's time: real time plus what it was moved ahead. It never goes back. */
@ApplicationScoped
public class SandboxClock {

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** In whole microseconds: timestamps of the APIs have 3 to 7 fraction digits. */
    public Instant now() {
        return real.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Real time: what is written on a delivery, because its receiver's clock was not moved. */
    public Instant realNow() {
        return real.instant();
    }

    public Duration ahead() {
        return ahead.get();
    }

    /**
     * @param by more than nothing
     */
    public void advance(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("The clock moves ahead only");
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }
}
