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
import java.util.function.Function;

/**
 * The sandbox's time: real time, moved ahead and perhaps running faster. It never goes back, not even by a restart; while
 * the sandbox is down it goes on.
 */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class SandboxClock {

    /** As fast as it runs at most: a year in five minutes. */
    public static final int MAX_SPEED = 100_000;

    private static final String KEY = "course";

    /**
     * How sandbox time follows from real time.
     *
     * @param realFrom from when on
     * @param from what time it was then
     * @param speed seconds that pass in a real one, 1 to {@value #MAX_SPEED}
     */
    public record Course(Instant realFrom, Instant from, int speed) {
        Instant at(Instant real) {
            Duration passed = Duration.between(realFrom, real);
            return from.plus(passed.isNegative() ? Duration.ZERO : passed.multipliedBy(speed));
        }
    }

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Course> course;
    private final Shelf<String, Course> shelf;

    public SandboxClock(StateLog state) {
        Instant start = real.instant();
        this.course = new AtomicReference<>(new Course(start, start, 1));
        this.shelf = state.shelf(ShelfName.of("clock"), String.class, Course.class);
        shelf.watch((key, before, after) -> after.ifPresent(course::set));
    }

    /** In whole microseconds: timestamps of the APIs have 3 to 7 fraction digits. */
    public Instant now() {
        return course.get().at(real.instant()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Real time: what is written on a delivery, because its receiver's clock was not moved. */
    public Instant realNow() {
        return real.instant();
    }

    public Duration ahead() {
        Instant at = real.instant();
        return Duration.between(at, course.get().at(at));
    }

    public int speed() {
        return course.get().speed();
    }

    /** Moves it to this moment, unless it is later already. */
    public void moveTo(Instant moment) {
        change(now -> moment.isAfter(now) ? moment : now, Course::speed);
    }

    /** @param speed 1 to {@value #MAX_SPEED}; holds from now on */
    public void speed(int speed) {
        if (speed < 1 || speed > MAX_SPEED) {
            throw new IllegalArgumentException("speed is 1 to " + MAX_SPEED);
        }
        change(Function.identity(), before -> speed);
    }

    private void change(Function<Instant, Instant> moved, Function<Course, Integer> speed) {
        shelf.change(KEY, stored -> {
            Course before = course.get();
            Instant at = real.instant();
            return Optional.of(new Course(at, moved.apply(before.at(at)), speed.apply(before)));
        });
    }
}
