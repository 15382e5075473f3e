package dev.kvitt.messaging.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a service's tasks. A task may be run again although it was done: after a crash, or when it took longer than its
 * lease. So the work must be safe to repeat.
 */
public interface TaskRunner {

    /**
     * Does the work; called outside any transaction, and may block.
     *
     * @throws Exception when nothing is known of the outcome; the task is run again after a while
     */
    Completion run(Task task) throws Exception;

    /** What a run may take, so that it is known at the start whether that fits into the lease; empty when it calls nobody. */
    default Optional<CallLimit> callLimit() {
        return Optional.empty();
    }

    /**
     * Says which tasks have to wait although they are due, such as for a limit of the other system. Called in the
     * transaction that takes them up, for all of them at once: what it writes is committed before any of them runs.
     *
     * @return until when, by the task's id; a task that is not named runs now
     */
    default Map<Long, Instant> waits(Connection connection, List<Task> tasks, Instant now) throws SQLException {
        return Map.of();
    }
}
