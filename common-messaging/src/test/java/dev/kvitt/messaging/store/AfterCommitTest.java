package dev.kvitt.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.ServiceTest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is to be counted is counted when it is committed, and once. */
class AfterCommitTest extends ServiceTest {

    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void what_is_rolled_back_with_its_batch_and_done_again_alone_is_counted_once() {
        handler.on("r1", (entity, effects) -> effects.afterCommit(counted::incrementAndGet));
        handler.on("r2", (entity, effects) -> {
            effects.afterCommit(counted::incrementAndGet);
            throw new IllegalStateException("broken");
        });
        handler.on("r3", (entity, effects) -> effects.afterCommit(counted::incrementAndGet));
        var other = neighbour(sale(1));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(other.confirmed("r3"));
        start();

        happened(other, "r0", "r3");
        happened(sale(1), "r0", "r1");
        assertThat(counted).hasValue(2);
        assertThat(handler.times(sale(1), "r1")).as("its batch was rolled back").isEqualTo(2);
    }

    @Test
    void messages_that_cannot_be_counted_are_applied_all_the_same_and_park_nothing() {
        var broken = new SimpleMeterRegistry() {
            @Override
            protected Counter newCounter(Meter.Id id) {
                return new CumulativeCounter(id) {
                    @Override
                    public void increment(double amount) {
                        throw new NoClassDefFoundError("forgotten");
                    }
                };
            }
        };
        Metrics.addRegistry(broken);
        try {
            Broker.send(sale(1).confirmed("r1"));
            start();
            happened(sale(1), "r1");
            Broker.send(sale(1).confirmed("r2"));
            happened(sale(1), "r1", "r2");
        } finally {
            Metrics.removeRegistry(broken);
        }
    }

    @Test
    void what_is_read_again_is_not_counted_again_and_a_count_that_fails_harms_nobody() {
        handler.on(
                "r1",
                (entity, effects) -> effects.afterCommit(() -> {
                    counted.incrementAndGet();
                    throw new IllegalStateException("broken");
                }));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(1).confirmed("r2"));
        start();

        happened(sale(1), "r1", "r2");
        assertThat(counted).hasValue(1);
    }
}
