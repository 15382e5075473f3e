package dev.kvitt.system.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Keys;
import dev.kvitt.events.Money;
import dev.kvitt.local.demo.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Many sales at the same time. */
final class Crowd {

    /** How many failures are told in full. */
    private static final int TOLD = 3;

    private final World world;
    private final Player player;

    Crowd(World world, Player player) {
        this.world = world;
        this.player = player;
    }

    /** Plays all, so many at a time, and returns when the last has ended as planned. */
    List<Played> sell(Iterable<Plan> plans, int atOnce) {
        return each(plans, atOnce, plan -> {
            var sale = player.open(plan);
            told(sale, player::play);
            return sale;
        });
    }

    /** All is read by everybody, the invariants hold, and Vipps shows of each sale what was planned. */
    void endsWell(Collection<Played> sales) {
        world.records.areApplied();
        Invariants.of(world).hold(sales.stream().map(Played::key).toList());
        sales.forEach(sale -> told(sale, this::endsAsPlanned));
    }

    private void endsAsPlanned(Played sale) {
        var plan = sale.plan();
        var sums =
                world.vipps.payment(sale.msn(), sale.reference(plan.attempts())).sums();
        assertThat(Stream.of(sums.authorized(), sums.captured(), sums.refunded())
                        .map(Money::value))
                .as("authorized, captured, refunded")
                .containsExactly(plan.authorized(), plan.captured(), plan.refunded());
    }

    /** What goes wrong is told with the story of its sale. */
    void told(Played sale, Consumer<Played> what) {
        try {
            what.accept(sale);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(sale + ": " + e.getMessage() + "\n" + story(sale.key()), e);
        }
    }

    /** @param key of the sale, see {@link Keys#sale} */
    String story(String key) {
        return String.join("\n", Timeline.of(world.log.of(key)));
    }

    /** Does this with each, so many at a time; all are done even when some fail. */
    <A, B> List<B> each(Iterable<A> those, int atOnce, Function<A, B> what) {
        var places = new Semaphore(atOnce);
        var done = new ArrayList<B>();
        var failed = new ArrayList<String>();
        var running = new ArrayList<Future<B>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : those) {
                places.acquire();
                running.add(threads.submit(() -> {
                    try {
                        return what.apply(one);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (var one : running) {
                try {
                    done.add(one.get());
                } catch (ExecutionException e) {
                    failed.add(e.getCause().toString());
                    sayAtOnce(e.getCause(), failed.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (!failed.isEmpty()) {
            throw new AssertionError(failed.size() + " of " + running.size() + " sales did not end as planned:\n"
                    + String.join("\n", failed.subList(0, Math.min(TOLD, failed.size()))));
        }
        return done;
    }

    /** Its code or machine stays taken, so that what comes later may fail because of it. */
    private static void sayAtOnce(Throwable failure, int failures) {
        if (failures <= TOLD) {
            ReliabilityTest.say("FAILED " + failure);
        }
    }
}
