package dev.kvitt.checkin;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time, moved by a test. */
@Singleton
public class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    /** Time never goes back, for the tests that follow neither. */
    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }
}
