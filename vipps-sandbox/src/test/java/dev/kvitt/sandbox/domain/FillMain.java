package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.StateLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Fills a sandbox without HTTP with payments and prints what of the heap is in use then. Arguments: how many payments;
 * optionally a state file.
 */
final class FillMain {

    private static final long KILO = 1024;

    private FillMain() {}

    public static void main(String[] arguments) {
        int payments = Integer.parseInt(arguments[0]);
        StateLog state = arguments.length == 1 ? StateLog.inMemory() : StateLog.inFile(Path.of(arguments[1]));
        Instant opened = Instant.now();
        try (Life life = Life.start(state, Map.of())) {
            System.out.printf("read in %d ms%n", since(opened).toMillis());
            long before = usedBytes();
            Instant start = Instant.now();
            for (int i = 0; i < payments; i++) {
                life.whole(i);
            }
            Duration took = since(start);
            long after = usedBytes();
            System.out.printf(
                    "payments=%d heap=%d KB of %d KB, %d bytes a payment, %d payments a second%n",
                    life.merchant().payments().limit(payments).count(),
                    after / KILO,
                    Runtime.getRuntime().maxMemory() / KILO,
                    (after - before) / Math.max(1, payments),
                    payments * 1000L / Math.max(1, took.toMillis()));
        }
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
