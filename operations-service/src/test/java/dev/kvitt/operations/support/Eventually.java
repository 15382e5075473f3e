package dev.kvitt.operations.support;

import dev.kvitt.local.test.TestParts;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
public final class Eventually {

    private static final Duration LIMIT = TestParts.patience();

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        holds(LIMIT, what, condition);
    }

    public static void holds(Duration limit, String what, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after " + limit + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
