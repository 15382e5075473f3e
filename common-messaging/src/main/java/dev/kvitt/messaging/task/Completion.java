package dev.kvitt.messaging.task;

import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a task.
 *
 * @param write what to write, under the entity's lock
 * @param again when to run the task again; empty when it is done
 */
public record Completion(Write write, Optional<Instant> again) {

    /** Writes what came of a task. */
    @FunctionalInterface
    public interface Write {
        void in(Entity entity, Effects effects) throws SQLException;
    }

    public static Completion done(Write write) {
        return new Completion(write, Optional.empty());
    }

    public static Completion again(Instant at, Write write) {
        return new Completion(write, Optional.of(at));
    }

    public static Completion again(Instant at) {
        return again(at, (entity, effects) -> {});
    }
}
