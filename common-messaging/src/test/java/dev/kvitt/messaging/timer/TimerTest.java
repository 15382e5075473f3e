package dev.kvitt.messaging.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.task.Completion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TimerTest extends ServiceTest {

    private static final Duration SOON = Duration.ofMillis(300);

    @Test
    void a_timer_that_two_processes_find_due_at_the_same_moment_fires_once() {
        handler.on("r1", (entity, effects) -> effects.timer("late", effects.now()));
        handler.on(
                "timer:late",
                (entity, effects) -> Eventually.isTrue("the other wants to fire it too", () -> waiting() > 0));
        Broker.send(sale(1).confirmed("r1"));
        start();
        start();

        happened(sale(1), "r1", "timer:late");
        Broker.send(sale(1).confirmed("r2"));
        happened(sale(1), "r1", "timer:late", "r2");
    }

    /** Processes that wait for a sale's lock. */
    private long waiting() {
        return database.number("select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'");
    }

    @Test
    void a_timer_is_replaced_by_one_of_the_same_name_and_gone_when_cancelled() {
        handler.on("r1", (entity, effects) -> {
            effects.timer("moved", effects.now().plus(SOON));
            effects.timer("gone", effects.now().plus(SOON));
            effects.timer("last", effects.now().plus(SOON.multipliedBy(3)));
        });
        handler.on("r2", (entity, effects) -> {
            effects.timer("moved", effects.now().plus(SOON.multipliedBy(2)));
            effects.cancelTimer("gone");
        });
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(1).confirmed("r2"));
        start();

        happened(sale(1), "r1", "r2", "timer:moved", "timer:last");
    }

    @Test
    void what_a_timer_does_may_cancel_or_move_another_that_is_due_as_well() {
        handler.on("r1", (entity, effects) -> {
            effects.timer("first", effects.now().minusSeconds(3));
            effects.timer("cancelled", effects.now().minusSeconds(2));
            effects.timer("moved", effects.now().minusSeconds(1));
        });
        handler.on("timer:first", (entity, effects) -> {
            effects.cancelTimer("cancelled");
            effects.timer("moved", effects.now().plusSeconds(3600));
        });
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1", "timer:first");
        Eventually.stays(SOON, () -> assertThat(database.history(sale(1).key())).containsExactly("r1", "timer:first"));
        assertThat(database.column("select name from timer")).containsExactly("moved");
    }

    @Test
    void a_timer_that_fails_harms_no_other_and_is_tried_again_later() {
        handler.on("r1", (entity, effects) -> effects.timer("late", effects.now()));
        handler.on("r2", (entity, effects) -> effects.timer("broken", effects.now()));
        handler.on("timer:broken", (entity, effects) -> {
            throw new IllegalStateException("a bug");
        });
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(2).confirmed("r1"));
        start();

        happened(sale(2), "r1", "timer:late");
        Eventually.isTrue("put off", () -> database.number("select count(*) from timer where due > now()") == 1);
        assertThat(database.history(sale(1).key())).containsExactly("r2");
    }

    @Test
    void what_is_too_much_for_the_database_at_once_is_done_a_few_at_a_time() {
        var most = 10;
        var fired = new ConcurrentHashMap<Long, Integer>();
        handler.on(
                "r1", (entity, effects) -> effects.timer("late", effects.now().plus(SOON)));
        handler.on("timer:late", (entity, effects) -> {
            if (fired.merge(transaction(effects.connection()), 1, Integer::sum) > most) {
                throw new StoreException(new IllegalStateException("the transaction took too long"));
            }
        });
        for (var n = 1; n <= 5 * most; n++) {
            Broker.send(sale(n).confirmed("r1"));
        }
        start();

        for (var n = 1; n <= 5 * most; n++) {
            happened(sale(n), "r1", "timer:late");
        }
    }

    private static long transaction(Connection connection) {
        try (var select = connection.prepareStatement("select txid_current()")) {
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Test
    void the_timers_of_a_parked_sale_wait_until_it_is_unparked() {
        handler.on(
                "r1", (entity, effects) -> effects.timer("late", effects.now().plus(SOON)));
        handler.on("r2", (entity, effects) -> {
            if (entity.parked() || !database.parked(sale(1).key())) {
                throw new IllegalStateException("a bug until it is unparked");
            }
        });
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(2).confirmed("r1"));
        var replica = start();

        happened(sale(2), "r1", "timer:late");
        Eventually.stays(SOON, () -> assertThat(database.history(sale(1).key())).containsExactly("r1"));
        replica.unpark(sale(1).key());
        happened(sale(1), "r1", "r2", "timer:late");
    }

    @Test
    void timers_that_protect_something_fire_for_a_parked_sale_too_and_the_others_stand_in_nobodys_way() {
        handler.firesWhileParked("rescue").firesWhileParked("rescue-after-log");
        handler.on("r1", (entity, effects) -> {
            var due = effects.now();
            for (var n = 0; n <= TimerRows.BATCH; n++) {
                effects.timer("waits-" + n, due);
                effects.timerAfterLog("waits-for-log-" + n, due);
            }
            effects.timer("rescue", due.plus(SOON));
            effects.timerAfterLog("rescue-after-log", due.plus(SOON.multipliedBy(2)));
            entity.parked(true);
        });
        handler.on("timer:rescue", (entity, effects) -> effects.task("ask", "{}", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        start(task -> Completion.done((entity, effects) -> History.add(entity, effects, "task:" + entity.parked())));

        Eventually.see(() -> assertThat(database.history(sale(1).key()))
                .containsExactlyInAnyOrder("r1", "timer:rescue", "task:true", "timer:rescue-after-log"));
        assertThat(database.number("select count(*) from timer")).isEqualTo(2L * (TimerRows.BATCH + 1));
    }
}
