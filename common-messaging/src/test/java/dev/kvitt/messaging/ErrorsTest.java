package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.outbox.OutboxRelay;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.Sale;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.support.Unlucky;
import dev.kvitt.messaging.task.Completion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** What the JVM throws, such as for a class that a build has forgotten: it ends no loop without a word. */
class ErrorsTest extends ServiceTest {

    @Test
    void an_error_in_one_sale_parks_it_or_is_tried_again_and_stops_nobody_else() {
        handler.on("r1", (entity, effects) -> {
            throw new NoClassDefFoundError("forgotten");
        });
        handler.on("r2", (entity, effects) -> {
            effects.timer("broken", effects.now());
            effects.task("call", "{}", effects.now());
        });
        handler.on("timer:broken", (entity, effects) -> {
            throw new NoClassDefFoundError("forgotten");
        });
        handler.on("r3", (entity, effects) -> effects.timer("late", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        Broker.send(sale(3).confirmed("r3"));
        var replica = start(task -> {
            if (task.tries() == 1) {
                throw new NoClassDefFoundError("forgotten");
            }
            return Completion.done((entity, effects) -> History.add(entity, effects, "try-" + task.tries()));
        });

        happened(sale(3), "r3", "timer:late");
        happened(sale(2), "r2", "try-2");
        Eventually.isTrue("put off", () -> database.number("select count(*) from timer where due > now()") == 1);
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
        assertThat(replica.alive()).isTrue();
    }

    @Test
    void a_broken_process_parks_one_sale_and_reads_no_more_and_the_next_one_sells_all_the_others() {
        var broken = new AtomicBoolean(true);
        handler.on("r1", (entity, effects) -> {
            if (broken.get()) {
                throw new NoClassDefFoundError("forgotten");
            }
        });
        var sales = IntStream.rangeClosed(1, 5).mapToObj(this::sale).toList();
        sales.forEach(sale -> Broker.send(sale.confirmed("r1")));
        var process = start();

        Eventually.isTrue(
                "it is dead for liveness", () -> !process.loop("consumer").alive(Replica.STUCK_AFTER));
        assertThat(process.ready()).isFalse();
        assertThat(sales).filteredOn(sale -> database.parked(sale.key())).hasSize(1);

        broken.set(false);
        start();
        var others = sales.stream().filter(sale -> !database.parked(sale.key())).toList();
        others.forEach(sale -> happened(sale, "r1"));
        assertThat(others).hasSize(4);
    }

    @Test
    void a_process_that_cannot_even_park_reads_no_more_and_the_next_one_sells() {
        Broker.send(sale(1).confirmed("r1"));
        try (var process = Replica.start(service, database, new Forgotten(), handler)) {
            Eventually.isTrue(
                    "it is dead for liveness", () -> !process.loop("consumer").alive(Replica.STUCK_AFTER));
            assertThat(process.ready()).isFalse();
        }
        start();
        happened(sale(1), "r1");
    }

    @Test
    void what_comes_for_parked_sales_ends_no_process_however_the_jvm_fails_in_it() {
        var forgotten = new AtomicBoolean();
        handler.on("r1", (entity, effects) -> {
            if (forgotten.get()) {
                throw new NoClassDefFoundError("forgotten");
            }
            throw new IllegalStateException("a bug");
        });
        handler.on("fact:c1", (entity, effects) -> {
            throw new NoClassDefFoundError("forgotten");
        });
        var parked = List.of(sale(1), sale(2));
        parked.forEach(sale -> Broker.send(sale.confirmed("r1")));
        parked.forEach(sale -> Broker.send(sale.cancelled("c1")));
        var process = start();
        parked.forEach(sale -> waiting(sale, 2));

        forgotten.set(true);
        for (var sale : parked) {
            var before = handler.times(sale, "r1");
            Broker.send(sale.unpark("u1"));
            Eventually.isTrue("it was tried", () -> handler.times(sale, "r1") > before);
        }
        Broker.send(sale(3).confirmed("r3"));
        happened(sale(3), "r3");
        parked.forEach(sale -> waiting(sale, 2));
        assertThat(process.alive()).isTrue();
    }

    private void waiting(Sale sale, long messages) {
        Eventually.isTrue(
                "they wait",
                () -> database.number("select count(*) from parked where key = '" + sale.key() + "'") == messages);
    }

    /** A build without a class that all sales need. */
    private static final class Forgotten implements Transactions {
        @Override
        public <T> T run(Work<T> work) {
            throw new NoClassDefFoundError("forgotten");
        }
    }

    @Test
    void a_consumer_that_meets_an_error_of_kafkas_client_or_is_short_of_memory_reads_again_and_parks_nothing() {
        var enough = new AtomicBoolean();
        handler.on("r1", (entity, effects) -> {
            if (!enough.getAndSet(true)) {
                throw new OutOfMemoryError("of the test");
            }
        });
        Broker.send(sale(1).confirmed("r1"));
        var luck = Unlucky.thrice(NoClassDefFoundError::new);
        start(handler, Replica.NO_TASKS, Map.of(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, luck.className()));

        happened(sale(1), "r1");
        assertThat(luck.isOver()).isTrue();
        assertThat(enough).isTrue();
        assertThat(database.parked(sale(1).key())).isFalse();
    }

    @Test
    void an_outbox_that_meets_an_error_of_kafkas_client_sends_again_and_loses_nothing() {
        database.execute(
                """
                insert into outbox (topic, key, headers, value)
                values ('receipt.events', '100000/sale-1', '{}', '{}'::text::bytea)""");
        var luck = Unlucky.thrice(NoClassDefFoundError::new);
        var producer = new HashMap<>(Broker.clients());
        producer.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, luck.className());
        var relay = new OutboxRelay(database.database().directUrl(), producer);
        relay.start();
        try {
            nothingLeftToSend();
        } finally {
            relay.close();
        }
        assertThat(luck.isOver()).isTrue();
    }

    @Test
    void a_loop_whose_thread_has_ended_all_the_same_is_dead_for_liveness() {
        Broker.send(sale(1).confirmed("r1"));
        var luck = Unlucky.thrice(() -> new Throwable("what nobody catches"));
        var replica =
                start(handler, Replica.NO_TASKS, Map.of(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, luck.className()));

        Eventually.isTrue("it is dead", () -> !replica.loop("consumer").alive(Replica.STUCK_AFTER));
        assertThat(replica.loop("timers").alive(Replica.STUCK_AFTER)).isTrue();
    }
}
