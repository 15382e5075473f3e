package dev.kvitt.messaging;

import java.time.Duration;

/** Something that runs in a thread of its own until it is closed. */
public interface Stoppable extends AutoCloseable {

    /** How long a stop waits for the work in hand; what is not done by then is done again after the next start. */
    Duration STOP_LIMIT = Duration.ofSeconds(20);

    void start();

    /** What health and metrics call it. */
    String name();

    /** Since it last moved ({@link Pulse}). */
    Duration idle();

    /** False when it has not moved for so long, or never will again. */
    default boolean alive(Duration stuckAfter) {
        return idle().compareTo(stuckAfter) < 0;
    }

    /** Ends the work in hand and returns when it has ended. */
    @Override
    void close();

    static void join(Thread thread) {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(STOP_LIMIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
