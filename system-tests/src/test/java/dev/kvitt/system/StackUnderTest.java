package dev.kvitt.system;

import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.KvittStack;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.PrivateFolders;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackDefinition;
import dev.kvitt.local.stack.StackOptions;
import dev.kvitt.local.stack.StackService;
import dev.kvitt.system.observability.OtlpCollector;
import dev.kvitt.system.reliability.WithSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One stack of packaged services for all system tests of a JVM; stopped and deleted when it ends. */
public final class StackUnderTest {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Takes the spans of all services. */
    public static final OtlpCollector TRACES = new OtlpCollector();

    private static Stack stack;
    private static String broken;
    private static Vending vending;
    private static Shop shop;

    private StackUnderTest() {}

    public static synchronized Stack stack() {
        if (broken != null) {
            throw new IllegalStateException("The stack did not start for an earlier test: " + broken);
        }
        if (stack == null) {
            var home = Path.of("..").toAbsolutePath().normalize();
            DataFolder data = PrivateFolders.create(home);
            var definition = forTests(KvittStack.definition());
            var options = new StackOptions(
                    home,
                    data,
                    Ports.free(definition.services()),
                    definition,
                    JvmTuning.QUICK_START,
                    StackOptions.READY_LIMIT,
                    true);
            stack = start(options);
        }
        return stack;
    }

    private static StackDefinition forTests(StackDefinition all) {
        var settings = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                TRACES.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "200",
                // Nobody waits a day until a reservation is a finding, nor a quarter of an hour until it is none.
                "KVITT_RECONCILIATION_FORGOTTEN_AFTER",
                "PT0S",
                "KVITT_RECONCILIATION_FLIGHT",
                "PT0S");
        var services = all.services().stream()
                .<StackService>map(service -> new WithSettings(service, settings))
                .toList();
        return new StackDefinition(services, all.preparation());
    }

    /** Once for all: what does not start the first time would only keep every test waiting. */
    private static Stack start(StackOptions options) {
        try {
            return Stack.start(options, new Progress(System.out, Clock.systemUTC()));
        } catch (RuntimeException e) {
            broken = e.getMessage();
            throw e;
        }
    }

    /** Time itself is what is waited for: a moment that must have passed before the test goes on. */
    public static void waitUntil(Instant moment) {
        var left = Duration.between(Clock.systemUTC().instant(), moment).toMillis();
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(Math.max(0, left), TimeUnit.MILLISECONDS))
                .join();
    }

    /** What no event tells: looked at again and again. */
    public static void waitFor(BooleanSupplier wanted, Duration limit) {
        waitFor(wanted, limit, () -> "");
    }

    /** @param instead what there is where that is not what was waited for */
    public static void waitFor(BooleanSupplier wanted, Duration limit, Supplier<String> instead) {
        var end = Clock.systemUTC().instant().plus(limit);
        while (!wanted.getAsBoolean()) {
            if (Clock.systemUTC().instant().isAfter(end)) {
                throw new AssertionError("Waited " + limit.toSeconds() + " s in vain: " + instead.get());
            }
            waitUntil(Clock.systemUTC().instant().plus(LOOK_EVERY));
        }
    }

    public static synchronized Shop shop() {
        if (shop == null) {
            shop = new Shop(stack());
        }
        return shop;
    }

    public static synchronized Vending vending() {
        if (vending == null) {
            vending = new Vending(stack());
        }
        return vending;
    }
}
