package dev.kvitt.gateway.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway's liveness is about the one loop it has. */
class LoopsAliveTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CountDownLatch goesOn = new CountDownLatch(1);
    private TopicMetadata metadata;

    @AfterEach
    void stop() {
        goesOn.countDown();
        metadata.stop(null);
    }

    @Test
    void a_loop_that_hangs_is_named_and_found_alive_again_when_it_goes_on() {
        var alive = alive(Duration.ofSeconds(2), () -> {
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        until(() -> alive.call().getStatus() == Status.DOWN);
        assertThat(alive.call().getData().orElseThrow()).containsKey("topic-metadata");
        goesOn.countDown();
        until(() -> alive.call().getStatus() == Status.UP);
    }

    @Test
    void a_loop_that_meets_an_error_goes_on() {
        var met = new CountDownLatch(3);
        var alive = alive(LIMIT, () -> {
            met.countDown();
            throw new NoClassDefFoundError("forgotten");
        });

        until(() -> met.getCount() == 0);
        assertThat(alive.call().getStatus()).isEqualTo(Status.UP);
        assertThat(metadata.known()).isFalse();
    }

    private LoopsAlive alive(Duration stuckAfter, Runnable look) {
        metadata =
                new TopicMetadata(new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public List<PartitionInfo> partitionsFor(String topic) {
                        look.run();
                        return List.of();
                    }
                });
        metadata.start(null);
        return new LoopsAlive(metadata, stuckAfter);
    }

    private static void until(BooleanSupplier wanted) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
