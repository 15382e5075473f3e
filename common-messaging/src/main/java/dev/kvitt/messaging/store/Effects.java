package dev.kvitt.messaging.store;

import dev.kvitt.events.Event;
import java.sql.Connection;
import java.time.Instant;

/** What a handler wants to come of an event. Everything is written in the transaction of the entity's state. */
public interface Effects {

    /** The time of this transaction. */
    Instant now();

    /** Sent after the transaction has committed, in this order among the entity's events. */
    void send(Event<?> event);

    /** Fires at {@code due} or soon after; replaces a timer of the same name. */
    void timer(String name, Instant due);

    /**
     * As {@link #timer}, but fires only when everything that was written to any input partition before {@code due} has
     * been applied. For whatever gives something up.
     */
    void timerAfterLog(String name, Instant due);

    void cancelTimer(String name);

    /** Work to be done outside any transaction, such as a call; an entity's tasks run one at a time, oldest first. */
    void task(String kind, String jsonBody, Instant notBefore);

    /** Done when the transaction has committed, never when it has not; nobody hears that it failed. For counting what happened. */
    void afterCommit(Runnable what);

    /** The entity's tasks of this kind that wait for a later time are due now; one that is being done is not disturbed. */
    void hurry(String kind);

    /** For tables of the service's own, in the same transaction. Must not be committed or closed. */
    Connection connection();
}
