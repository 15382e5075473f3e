package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_deadline_taken_back_at_the_last_moment_costs_no_other_payment_its_own() {
        DeadlineQueue queue = new DeadlineQueue();
        Optional<DeadlineQueue.Deadline> due = Optional.of(deadline("cancelled-just-now", NOW));
        Optional<DeadlineQueue.Deadline> later = Optional.of(deadline("expires-later", NOW.plusSeconds(600)));
        queue.replace(Optional.empty(), due);
        queue.replace(Optional.empty(), later);
        assertThat(queue.next()).contains(NOW);
        queue.replace(due, Optional.empty());

        assertThat(queue.takeDue(NOW)).isEmpty();
        assertThat(queue.takeDue(NOW.plusSeconds(600))).isEqualTo(later);
    }

    @Test
    void a_payment_whose_expiry_could_not_be_written_is_still_to_expire() {
        StateLog state = StateLog.inFile(folder.resolve("state.jsonl"));
        try (Life life = Life.start(state, Map.of())) {
            life.create(new Reference("vending-1-1"));
            life.clock().moveTo(life.clock().now().plus(Duration.ofMinutes(11)));
            state.close();

            assertThatThrownBy(life.sandbox()::catchUpWithTime).isInstanceOf(UncheckedIOException.class);
            assertThat(life.sandbox().isSomethingDue()).isTrue();
        }
    }

    private static DeadlineQueue.Deadline deadline(String reference, Instant at) {
        return new DeadlineQueue.Deadline(at, new Msn("123456"), new Reference(reference));
    }
}
