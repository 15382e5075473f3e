package dev.kvitt.messaging.task;

/**
 * Does a service's tasks. A task may be run again although it was done: after a crash, or when it took longer than its
 * lease. So the work must be safe to repeat.
 */
public interface TaskRunner {

    /**
     * Does the work; called on a virtual thread, outside any transaction, and may block.
     *
     * @throws Exception when nothing is known of the outcome; the task is run again after a while
     */
    Completion run(Task task) throws Exception;
}
