package dev.kvitt.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.TracerProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskTest extends ServiceTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<Task> runs = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicInteger twoAtOnce = new AtomicInteger();

    @Test
    void tasks_of_a_sale_run_oldest_first_and_never_two_at_once_in_two_processes() {
        handler.on("r1", (entity, effects) -> {
            for (var n = 1; n <= 5; n++) {
                effects.task("call-" + n, "{\"n\":" + n + "}", effects.now());
            }
        });
        for (var n = 1; n <= 10; n++) {
            Broker.send(sale(n).confirmed("r1"));
        }
        start(this::runOnce);
        start(this::runOnce);

        for (var n = 1; n <= 10; n++) {
            happened(sale(n), "r1", "call-1", "call-2", "call-3", "call-4", "call-5");
        }
        assertThat(twoAtOnce).hasValue(0);
        assertThat(runs).hasSize(50);
        Eventually.isTrue("no task is left", () -> database.number("select count(*) from task") == 0);
    }

    @Test
    void a_task_that_fails_is_tried_again_and_the_younger_wait() {
        handler.on("r1", (entity, effects) -> {
            effects.task("fails-once", "{}", effects.now());
            effects.task("younger", "{}", effects.now());
        });
        Broker.send(sale(1).confirmed("r1"));
        start(task -> {
            if (task.kind().equals("fails-once") && task.tries() == 1) {
                throw new java.io.IOException("the other side is away");
            }
            return runOnce(task);
        });

        happened(sale(1), "r1", "fails-once", "younger");
        assertThat(runs.getFirst().tries()).isEqualTo(2);
        assertThat(runs.getFirst().firstTried()).isBefore(InstantSource.system().instant());
    }

    @Test
    void a_task_may_ask_to_be_run_again_and_write_what_it_knows_so_far() {
        handler.on("r1", (entity, effects) -> effects.task("ask", "{}", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        start(task -> {
            var what = "asked-" + task.tries();
            return task.tries() < 3
                    ? Completion.again(Instant.EPOCH, (entity, effects) -> History.add(entity, effects, what))
                    : Completion.done((entity, effects) -> History.add(entity, effects, what));
        });

        happened(sale(1), "r1", "asked-1", "asked-2", "asked-3");
    }

    @Test
    void a_task_does_not_begin_before_its_time() {
        handler.on("r1", (entity, effects) -> {
            effects.task("later", "{}", effects.now().plusSeconds(3600));
            effects.task("younger", "{}", effects.now());
        });
        handler.on("r2", (entity, effects) -> effects.task("now", "{}", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        start(this::runOnce);

        happened(sale(2), "r2", "now");
        assertThat(database.history(sale(1).key())).containsExactly("r1");
    }

    @Test
    void what_a_process_writes_after_its_lease_ran_out_does_not_count() throws Exception {
        var first = new CountDownLatch(1);
        handler.on("r1", (entity, effects) -> effects.task("slow", "{}", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        start(task -> {
            if (task.tries() == 1) {
                assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
            }
            var what = "try-" + task.tries();
            return Completion.done((entity, effects) -> History.add(entity, effects, what));
        });

        happened(sale(1), "r1", "try-2");
        first.countDown();
        Broker.send(sale(1).confirmed("r2"));
        happened(sale(1), "r1", "try-2", "r2");
    }

    @Test
    void tasks_that_cannot_even_begin_give_their_places_back_and_are_tried_again() {
        var unlucky = new AtomicInteger(TaskLoop.IN_FLIGHT);
        Tracing.collect(name -> {
            if (name.equals("task call") && unlucky.getAndDecrement() > 0) {
                throw new InternalError("of the test");
            }
            return TracerProvider.noop().get("test").spanBuilder(name);
        });
        handler.on("r1", (entity, effects) -> effects.task("call", "{}", effects.now()));
        var sales = IntStream.rangeClosed(1, TaskLoop.IN_FLIGHT + 1)
                .mapToObj(this::sale)
                .toList();
        sales.forEach(sale -> Broker.send(sale.confirmed("r1"), Map.of(Traceparent.HEADER, TRACE)));
        try {
            start(this::runOnce);
            sales.forEach(sale -> happened(sale, "r1", "call"));
        } finally {
            Tracing.collect(null);
        }
        assertThat(runs).filteredOn(task -> task.tries() == 2).hasSize(TaskLoop.IN_FLIGHT);
    }

    private Completion runOnce(Task task) {
        if (!atWork.add(task.key())) {
            twoAtOnce.incrementAndGet();
        }
        runs.add(task);
        // The call itself.
        LockSupport.parkNanos(10_000_000);
        atWork.remove(task.key());
        return Completion.done((entity, effects) -> History.add(entity, effects, task.kind()));
    }
}
