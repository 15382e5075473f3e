package dev.kvitt.system.reliability;

import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.system.StackUnderTest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Mixed sales, so many at a time, one after the other, until told that it is enough. */
final class Load implements Iterable<Plan>, AutoCloseable {

    /** More than any test takes. */
    private static final int MOST = 10_000;

    /** For so many sales, on the busiest machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final World world;
    private final List<Plan> plans;
    private final CompletableFuture<List<Played>> selling;
    private volatile boolean enough;

    Load(World world, Crowd crowd, Random random, int atOnce) {
        this.world = world;
        this.plans = Plan.draw(random, MOST);
        this.selling = CompletableFuture.supplyAsync(() -> crowd.sell(this, atOnce), Thread::startVirtualThread);
    }

    @Override
    public Iterator<Plan> iterator() {
        var drawn = plans.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !enough && drawn.hasNext();
            }

            @Override
            public Plan next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return drawn.next();
            }
        };
    }

    /** Returns when so many more sales are over and so many more refunds done. */
    void goesOn(int sales, int refunds) {
        var over = over() + sales;
        var refunded = refunded() + refunds;
        StackUnderTest.waitFor(() -> selling.isDone() || (over() >= over && refunded() >= refunded), PATIENCE);
    }

    /** Last words so far, of these and all other sales. */
    long over() {
        return said().filter(PaymentEvent::done).count();
    }

    private long refunded() {
        return said().filter(PaymentRefunded.class::isInstance).count();
    }

    private Stream<PaymentEvent> said() {
        return world.log.all().stream()
                .map(seen -> seen.event().data())
                .filter(PaymentEvent.class::isInstance)
                .map(PaymentEvent.class::cast);
    }

    /**
     * Begins no further sale, and waits until the last has ended as planned.
     *
     * @return all
     */
    List<Played> ends() {
        close();
        return selling.join();
    }

    /** Begins no further sale. */
    @Override
    public void close() {
        enough = true;
    }
}
