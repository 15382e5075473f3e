package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.task.Completion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop that hangs is told from one that waits for a database or a broker: only the first is helped by another start. */
class StuckLoopTest extends ServiceTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final CountDownLatch goesOn = new CountDownLatch(1);

    @AfterEach
    void goOn() {
        goesOn.countDown();
    }

    @Test
    void a_consumer_whose_handler_hangs_is_found_and_is_alive_again_when_it_goes_on() {
        handler.on("r1", this::hang);
        Broker.send(sale(1).confirmed("r1"));
        var replica = start();

        isStuck(replica, "consumer");
        goesOn.countDown();
        happened(sale(1), "r1");
        isAlive(replica, "consumer");
    }

    @Test
    void timers_that_hang_are_found_and_the_other_loops_go_on() {
        handler.on("r1", (entity, effects) -> effects.timer("late", effects.now()));
        handler.on("timer:late", this::hang);
        Broker.send(sale(1).confirmed("r1"));
        var replica = start();

        isStuck(replica, "timers");
        isAlive(replica, "consumer");
        isAlive(replica, "outbox");
        isAlive(replica, "tasks");
    }

    @Test
    void tasks_that_hang_are_found_although_their_loop_goes_round() {
        handler.on("r1", (entity, effects) -> effects.task("call", "{}", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        var replica = start(task -> {
            hang();
            return Completion.done((entity, effects) -> History.add(entity, effects, "called"));
        });

        isStuck(replica, "tasks");
        isAlive(replica, "consumer");
        goesOn.countDown();
        happened(sale(1), "r1", "called");
        isAlive(replica, "tasks");
    }

    @Test
    void a_broker_that_is_away_stops_no_loop() {
        var nobody = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "500", "request.timeout.ms", "400");
        var replica = start(handler, Replica.NO_TASKS, nobody);

        for (var loop : List.of("consumer", "timers", "tasks", "outbox")) {
            moves(replica.loop(loop));
        }
        assertThat(replica.ready()).isFalse();
    }

    private void isStuck(Replica replica, String loop) {
        Eventually.isTrue(loop + " is stuck", () -> !replica.loop(loop).alive(SHORT));
    }

    private void isAlive(Replica replica, String loop) {
        Eventually.isTrue(loop + " moves", () -> replica.loop(loop).alive(SHORT));
    }

    /** Its last move is later and later; that it stands still for a while in between is no fault. */
    private static void moves(Stoppable loop) {
        for (var times = 0; times < 3; times++) {
            var before = lastMove(loop).plusMillis(10);
            Eventually.isTrue(loop.name() + " moved", () -> lastMove(loop).compareTo(before) > 0);
        }
    }

    private static Duration lastMove(Stoppable loop) {
        return Duration.ofNanos(System.nanoTime()).minus(loop.idle());
    }

    private void hang(Entity entity, Effects effects) {
        hang();
    }

    private void hang() {
        try {
            if (!goesOn.await(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
