package dev.kvitt.local.bench;

import dev.kvitt.events.PaymentSettled;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Vending machines that sell one thing after the other for a while: scan, approve, drop, settled. A closed loop: it
 * shows what a sale costs, and what the machine it runs on can carry with the load generator on it.
 */
public final class VendingBench {

    /** Machines that sell at the same time. */
    public static final int MACHINES = 24;

    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final Duration time;

    /** @param time of the measurement, after the warm-up */
    public VendingBench(Duration time) {
        this.time = time;
    }

    /** Returns the exit code: 0 when every sale settled. */
    public int run(Stack stack, Progress progress) {
        try (var vending = new Vending(stack)) {
            progress.say("warming up for " + WARM_UP.toSeconds() + " s, " + MACHINES + " machines");
            sell(vending, WARM_UP);
            var meter = new Meter(stack, vending.log);
            var before = meter.read();
            progress.say("measuring for " + time.toSeconds() + " s");
            var start = System.nanoTime();
            var sales = sell(vending, time);
            var took = Duration.ofNanos(System.nanoTime() - start);
            var after = meter.read();
            report(sales, took, before, after).forEach(progress::say);
            return sales.isEmpty() ? 1 : 0;
        }
    }

    /** How long each sale took from scan to settled. */
    private static List<Duration> sell(Vending vending, Duration time) {
        var took = new ConcurrentLinkedQueue<Duration>();
        var end = System.nanoTime() + time.toNanos();
        try (var machines = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var n = 1; n <= MACHINES; n++) {
                var qr = "bench-" + n + "-qr";
                running.add(machines.submit(() -> {
                    while (System.nanoTime() < end) {
                        took.add(sale(vending, qr));
                    }
                }));
            }
            for (var machine : running) {
                machine.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sale did not end well", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(took);
    }

    private static Duration sale(Vending vending, String qr) {
        var start = System.nanoTime();
        var sale = vending.scan(qr, "4712345678");
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
        vending.machine.dropped(sale, "fanta", 3000);
        if (!(vending.done(sale) instanceof PaymentSettled)) {
            throw new IllegalStateException("the sale " + sale.saleId() + " did not settle");
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<String> report(List<Duration> sales, Duration took, Meter.Reading before, Meter.Reading after) {
        var count = sales.size();
        var sorted = sales.stream().sorted().toList();
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%d sales in %.1f s: %.1f sales/s; scan to settled p50 %d ms, p99 %d ms",
                count,
                took.toMillis() / 1000.0,
                count * 1000.0 / took.toMillis(),
                sorted.get(count / 2).toMillis(),
                sorted.get(count * 99 / 100).toMillis()));
        lines.add(String.format(
                Locale.ROOT, "%-22s %12s %16s %14s", "a sale costs", "CPU-ms", "SQL statements", "messages"));
        after.cpu()
                .forEach((name, cpu) -> lines.add(String.format(
                        Locale.ROOT,
                        "%-22s %12.1f %16s %14s",
                        name,
                        cpu.minus(before.cpu().get(name)).toMillis() / (double) count,
                        perSale(
                                after.statements().get(name),
                                before.statements().get(name),
                                count),
                        perSale(after.messages().get(name), before.messages().get(name), count))));
        return lines;
    }

    private static String perSale(Long after, Long before, int count) {
        return after == null
                ? "-"
                : String.format(Locale.ROOT, "%.1f", (after - (before == null ? 0 : before)) / (double) count);
    }
}
