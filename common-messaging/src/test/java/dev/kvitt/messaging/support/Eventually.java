package dev.kvitt.messaging.support;

import dev.kvitt.local.test.TestParts;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions, with a deadline. */
public final class Eventually {

    public static final Duration LIMIT = TestParts.patience();
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    /** A look at the world: throws an {@link AssertionError} while it is not yet as it should be. */
    @FunctionalInterface
    public interface Look {
        void look() throws Exception;
    }

    /** Looks until nothing is thrown; throws what was thrown last when the time is up. */
    public static void see(Look look) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                look.look();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            } catch (Exception e) {
                throw new AssertionError("the look itself failed", e);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    public static void isTrue(String what, Callable<Boolean> condition) {
        see(() -> {
            if (!condition.call()) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            }
        });
    }

    /** Looks again and again for that long: it must be so all the time. */
    public static void stays(Duration time, Look look) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                look.look();
            } catch (Exception e) {
                throw new AssertionError("the look itself failed", e);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
