package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The sandbox's time: real time plus what it was moved ahead. It never goes back, not even by a restart. */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class SandboxClock {

    private static final String AHEAD = "ahead";

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Shelf<String, Duration> shelf;

    public SandboxClock(StateLog state) {
        this.shelf = state.shelf(ShelfName.of("clock"), String.class, Duration.class);
        shelf.watch((key, before, after) -> after.ifPresent(ahead::set));
    }

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
        shelf.change(AHEAD, before -> Optional.of(before.orElse(Duration.ZERO).plus(by)));
    }
}
