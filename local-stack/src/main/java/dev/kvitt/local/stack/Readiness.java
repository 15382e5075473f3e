package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.ChildProcess;
import dev.kvitt.local.process.LogTail;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a part is ready, or tells why it never will be. */
final class Readiness {

    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final int LOG_LINES = 25;

    private Readiness() {}

    /**
     * Returns when the part is ready.
     *
     * @throws LauncherException with the end of its log, when it ends first or takes longer than the limit
     */
    static void await(ChildProcess child, BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (child.endedWithin(LOOK_EVERY)) {
                throw ended(child);
            }
            if (System.nanoTime() > deadline) {
                throw new LauncherException(child.name() + " is not ready after " + limit.toSeconds()
                        + " s. Everything is stopped." + end(child));
            }
        }
    }

    /** What to say when a part has ended by itself. */
    static LauncherException ended(ChildProcess child) {
        return new LauncherException(child.name() + " ended by itself with exit code " + child.exitValue()
                + ". Everything is stopped." + end(child));
    }

    private static String end(ChildProcess child) {
        try {
            return " The end of " + child.log() + ":\n" + String.join("\n", LogTail.lines(child.log(), LOG_LINES));
        } catch (IOException e) {
            return " Its log cannot be read: " + child.log();
        }
    }
}
