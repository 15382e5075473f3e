package dev.kvitt.messaging.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The one way to change an entity. Locks all entities of a piece of work in sorted order, runs the work, and writes
 * states, applied ids, timers, tasks and outgoing events with it, in one transaction. Whoever comes through here needs
 * no other protection: not the assignment of partitions, not being the only process.
 */
public final class Door {

    /** Of PostgreSQL's NOTIFY, when there is something in the outbox. */
    public static final String OUTBOX_CHANNEL = "kvitt_outbox";

    private final Transactions transactions;
    private final InstantSource clock;
    private final List<Runnable> afterWrite = new ArrayList<>();

    public Door(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Called after each commit that wrote tasks, timers or outgoing events. To be set up before the first pass. */
    public void afterWrite(Runnable listener) {
        afterWrite.add(listener);
    }

    /**
     * @param keys the entities to lock; those that do not exist are made
     * @throws dev.kvitt.messaging.StaleException when another process made one of them at the same moment: try again
     */
    public <T> T pass(Collection<String> keys, Work<T> work) {
        var sorted = new TreeSet<>(keys);
        var wrote = new boolean[1];
        var result = transactions.run(connection -> {
            var session = new Session(connection, clock.instant(), EntityRows.lock(connection, sorted));
            var value = work.in(session);
            EntityRows.update(connection, session.changedEntities());
            wrote[0] = EffectRows.insert(connection, session);
            return value;
        });
        if (wrote[0]) {
            afterWrite.forEach(Runnable::run);
        }
        return result;
    }

    /** Work on locked entities. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Session session) throws java.sql.SQLException;
    }
}
