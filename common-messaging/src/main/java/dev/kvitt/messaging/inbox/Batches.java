package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import java.util.List;

/**
 * Takes what a consumer has read, each batch in one transaction with its offsets. {@link Inbox} does so for services that have
 * entities; a service that only keeps what it reads has one of its own.
 */
public interface Batches {

    /** The topics to read. */
    List<String> topics();

    /** @param moved to be called in between by work that takes long: a slow batch is no standstill. Set before the first batch */
    void whileBusy(Runnable moved);

    /**
     * @param messages in the order they were read
     * @param positions where each partition of the batch stands in the database; moved on when this returns
     * @throws RuntimeException when the database or the broker is in trouble, or this process is broken: nothing more was
     *     written than {@code positions} says
     */
    void process(List<Incoming> messages, Positions positions);
}
