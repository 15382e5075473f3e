package dev.kvitt.messaging.quarkus;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.store.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** Gauges of what stands in the database: one look for all of them, made when somebody reads them and not more often than it is worth. */
public final class DatabaseGauges<T> {

    private static final Logger LOG = Logger.getLogger(DatabaseGauges.class);

    private final Transactions transactions;
    private final Transactions.Work<T> look;
    private final long freshNanos;
    private Optional<T> latest = Optional.empty();
    private long lookedNanos;

    /**
     * @param fresh how old an answer may be that is given again
     * @param look a cheap one, however much is stored
     */
    public DatabaseGauges(Transactions transactions, Duration fresh, Transactions.Work<T> look) {
        this.transactions = transactions;
        this.look = look;
        this.freshNanos = fresh.toNanos();
        this.lookedNanos = System.nanoTime() - freshNanos - 1;
    }

    public void gauge(MeterRegistry registry, String name, Tags tags, String what, ToDoubleFunction<T> value) {
        Gauge.builder(name, this, gauges -> gauges.read(value))
                .tags(tags)
                .description(what)
                .strongReference(true)
                .register(registry);
    }

    /** Not a number while the database cannot be asked: nothing is known then, and 0 would be reassuring. */
    private synchronized double read(ToDoubleFunction<T> value) {
        if (System.nanoTime() - lookedNanos > freshNanos) {
            latest = look();
            // After a failure as well: whoever reads all gauges waits for a database that is away only once.
            lookedNanos = System.nanoTime();
        }
        return latest.map(value::applyAsDouble).orElse(Double.NaN);
    }

    private Optional<T> look() {
        try {
            return Optional.of(transactions.run(look));
        } catch (RuntimeException e) {
            LOG.debugf("What stands in the database cannot be counted: %s", Failures.reason(e));
            return Optional.empty();
        }
    }
}
