package dev.kvitt.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SparingLookupTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final AtomicInteger lookups = new AtomicInteger();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void a_thousand_unknown_tokens_cost_one_query_a_second() {
        var lookup = new SparingLookup(lookups::incrementAndGet, Runnable::run, Duration.ofSeconds(1), now::get);
        for (var i = 0; i < 1000; i++) {
            assertThat(lookup.run()).isCompleted();
        }
        assertThat(lookups).hasValue(1);

        now.set(now.get().plusSeconds(1));
        assertThat(lookup.run()).isCompleted();
        assertThat(lookups).hasValue(2);
    }

    @Test
    void who_asks_while_a_query_runs_waits_for_its_result() {
        var lookup = new SparingLookup(lookups::incrementAndGet, waiting::add, Duration.ofSeconds(1), now::get);
        var first = lookup.run();
        now.set(now.get().plusSeconds(60));
        var second = lookup.run();
        assertThat(first).isNotDone();
        assertThat(second).isSameAs(first);
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(second).isCompleted();
    }

    @Test
    void a_failed_query_is_not_taken_for_an_unknown_token() {
        var lookup = new SparingLookup(
                () -> {
                    throw new IllegalStateException("no database");
                },
                Runnable::run,
                Duration.ofSeconds(1),
                now::get);

        assertThat(lookup.run()).isCompletedExceptionally();
        assertThat(lookup.run()).isCompletedExceptionally();
    }
}
