package dev.kvitt.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.support.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilentHolderTest {

    private static final List<String> KEYS = List.of("123456/old-sale", "123456/new-sale");

    @Test
    void a_machine_that_is_gone_without_a_word_does_not_keep_its_sales_locked() throws Exception {
        try (var database = TestDatabase.fresh()) {
            var door = new Door(database.transactions(), InstantSource.system(), Duration.ofMillis(500));
            put(door, KEYS.subList(0, 1), "1");
            var holds = new CountDownLatch(1);
            var comesBack = new CountDownLatch(1);
            var gone = onItsOwn(() -> door.pass(KEYS, session -> {
                KEYS.forEach(key -> session.entity(key).state("2"));
                holds.countDown();
                wait(comesBack);
                return null;
            }));
            wait(holds);

            put(door, KEYS, "3");
            comesBack.countDown();
            assertThatThrownBy(() -> gone.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .satisfies(failure -> assertThat(Failures.passing(failure)).isTrue());
            assertThat(database.column("select state from entity")).containsExactly("3", "3");
        }
    }

    private static void put(Door door, List<String> keys, String state) throws Exception {
        onItsOwn(() -> door.pass(keys, session -> {
                    keys.forEach(key -> session.entity(key).state(state));
                    return null;
                }))
                .get(30, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Void> onItsOwn(Runnable work) {
        return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
