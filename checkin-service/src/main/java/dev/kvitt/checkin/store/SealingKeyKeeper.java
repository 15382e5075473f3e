package dev.kvitt.checkin.store;

import dev.kvitt.checkin.Repeating;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Keeps the day keys: at the start, before anything can want to seal, and then every hour. */
@Singleton
public class SealingKeyKeeper {

    /** Often enough that tomorrow's key is there hours before tomorrow. */
    static final Duration EVERY = Duration.ofHours(1);

    /** Before the messages begin to flow. */
    private static final int EARLY = 100;

    private final SealingKeys keys;
    private final Repeating repeating;

    SealingKeyKeeper(SealingKeys keys) {
        this.keys = keys;
        this.repeating = new Repeating("kvitt-sealing-keys", EVERY, this::refresh);
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        keys.refresh();
        repeating.start(EVERY);
    }

    private Optional<Duration> refresh() {
        keys.refresh();
        return Optional.empty();
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.close();
    }
}
