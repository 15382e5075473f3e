package dev.kvitt.messaging.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.Sale;
import dev.kvitt.messaging.support.ServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TimerAfterLogTest extends ServiceTest {

    private static final Duration SOON = Duration.ofMillis(300);

    /** So that a message is committed before the next is looked at. */
    private static final Map<String, Object> ONE_BY_ONE = Map.of("max.poll.records", "1");

    @Test
    void a_timer_that_gives_something_up_does_not_overtake_a_message_that_is_still_unread() {
        var busy = new CountDownLatch(1);
        handler.on("r1", (entity, effects) -> effects.timerAfterLog("give-up", effects.now()));
        handler.on("busy", (entity, effects) -> await(busy));
        // Of two processes only one hangs: neither what it read before nor what the other reads is a reason to fire.
        var one = start(handler, Replica.NO_TASKS, ONE_BY_ONE);
        var other = start(handler, Replica.NO_TASKS, ONE_BY_ONE);
        Eventually.isTrue("both read", () -> one.ready() && other.ready());
        Broker.send(sale(2).confirmed("r1"));
        happened(sale(2), "r1", "timer:give-up");
        var neighbour = neighbour(sale(1));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(neighbour.confirmed("busy"));
        happened(sale(1), "r0", "r1");
        Broker.send(sale(1).confirmed("in-time"));
        Eventually.stays(Duration.ofSeconds(1), () -> assertThat(database.history(sale(1).key()))
                .doesNotContain("timer:give-up"));

        busy.countDown();
        happened(sale(1), "r0", "r1", "in-time", "timer:give-up");
    }

    @Test
    void a_timer_that_waits_for_the_log_fires_when_there_is_nothing_to_read() {
        handler.on(
                "r1",
                (entity, effects) ->
                        effects.timerAfterLog("give-up", effects.now().plus(SOON)));
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1", "timer:give-up");
    }

    @Test
    void a_timer_that_waits_for_the_log_fires_after_a_till_wrote_with_a_transaction() throws Exception {
        handler.on(
                "r1",
                (entity, effects) ->
                        effects.timerAfterLog("give-up", effects.now().plus(SOON)));
        Broker.send(sale(1).confirmed("r1"));
        try (var till = transactional()) {
            till.initTransactions();
            till.beginTransaction();
            till.send(Broker.message(sale(1).confirmed("taken-back"))).get();
            till.abortTransaction();
            till.beginTransaction();
            till.send(Broker.message(sale(1).confirmed("meant"))).get();
            till.commitTransaction();
        }
        start();

        happened(sale(1), "r1", "meant", "timer:give-up");
    }

    @Test
    void many_timers_that_wait_for_the_log_do_not_hold_up_the_others() {
        var busy = new CountDownLatch(1);
        handler.on("busy", (entity, effects) -> await(busy));
        var count = new AtomicInteger();
        handler.on("r1", (entity, effects) -> {
            for (var n = 0; n <= TimerRows.BATCH; n++) {
                effects.timerAfterLog(
                        "waits-" + count.incrementAndGet(), effects.now().minusSeconds(60));
            }
            effects.timer("plain", effects.now());
        });
        try {
            var neighbour = neighbour(sale(1));
            Broker.send(sale(1).confirmed("r1"));
            Broker.send(neighbour.confirmed("busy"));
            start(handler, Replica.NO_TASKS, ONE_BY_ONE);
            happened(sale(1), "r0", "r1", "timer:plain");
        } finally {
            busy.countDown();
        }
    }

    private static KafkaProducer<byte[], byte[]> transactional() {
        var config = new HashMap<>(Broker.clients());
        config.put("transactional.id", "till-" + Sale.newMsn());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
