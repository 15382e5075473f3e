package dev.kvitt.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.ServiceTest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DoorTest extends ServiceTest {

    private static final int AT_ONCE = 8;
    private static final int TIMES = 20;

    @Test
    void those_who_want_the_same_sale_at_once_come_one_after_the_other_and_nothing_is_overwritten() {
        var door = new Door(database.transactions(), InstantSource.system());
        var key = sale(1).key();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var passed = new ArrayList<Future<?>>();
            for (var n = 0; n < AT_ONCE; n++) {
                passed.add(threads.submit(() -> manyTimes(door, key)));
            }
            assertThat(passed).allSatisfy(each -> assertThat(each).succeedsWithin(Eventually.LIMIT));
        }
        assertThat(database.history(key)).hasSize(AT_ONCE * TIMES);
    }

    private static void manyTimes(Door door, String key) {
        for (var n = 0; n < TIMES; n++) {
            door.pass(List.of(key), session -> {
                History.add(session.entity(key), session.effects(key), "passed");
                return null;
            });
        }
    }
}
