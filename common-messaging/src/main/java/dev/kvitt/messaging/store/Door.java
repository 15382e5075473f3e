package dev.kvitt.messaging.store;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.StaleException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * The one way to change an entity. Locks all entities of a piece of work in sorted order, runs the work, and writes
 * states, applied ids, timers, tasks and outgoing events with it, in one transaction. Whoever comes through here needs
 * no other protection: not the assignment of partitions, not being the only process.
 */
public final class Door {

    /** Of PostgreSQL's NOTIFY, when there is something in the outbox. */
    public static final String OUTBOX_CHANNEL = "kvitt_outbox";

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** How often the locks are asked for when others make the same entities at the same moment. */
    private static final int LOCK_TRIES = 5;

    /**
     * How long PostgreSQL waits for the next word of whoever holds locks. A machine that is gone without a word would
     * otherwise keep its entities locked for hours, from everybody who takes over.
     */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration silence;
    private final List<Runnable> afterWrite = new ArrayList<>();

    public Door(Transactions transactions, InstantSource clock) {
        this(transactions, clock, SILENCE);
    }

    Door(Transactions transactions, InstantSource clock, Duration silence) {
        this.transactions = transactions;
        this.clock = clock;
        this.silence = silence;
    }

    /** Called after each commit that wrote tasks, timers or outgoing events. To be set up before the first pass. */
    public void afterWrite(Runnable listener) {
        afterWrite.add(listener);
    }

    /**
     * @param keys the entities to lock; those that do not exist are made
     * @throws StaleException when, again and again, another process made one of them at the same moment
     */
    public <T> T pass(Collection<String> keys, Work<T> work) {
        var sorted = new TreeSet<>(keys);
        for (var left = LOCK_TRIES - 1; ; left--) {
            var pass = new Pass<>(sorted, work);
            try {
                var result = transactions.run(pass::in);
                pass.committed.forEach(Door::tally);
                if (pass.wrote) {
                    afterWrite.forEach(Runnable::run);
                }
                return result;
            } catch (StaleException e) {
                if (pass.locked || left == 0) {
                    throw e;
                }
            }
        }
    }

    /** What is committed is committed, whether or not it can be counted. */
    private static void tally(Runnable count) {
        try {
            count.run();
        } catch (RuntimeException | Error e) {
            LOG.warnf("What happened was not counted: %s", Failures.reason(e));
        }
    }

    private final class Pass<T> {

        private final Set<String> sortedKeys;
        private final Work<T> work;
        private boolean locked;
        private boolean wrote;
        private List<Runnable> committed = List.of();

        private Pass(Set<String> sortedKeys, Work<T> work) {
            this.sortedKeys = sortedKeys;
            this.work = work;
        }

        T in(Connection connection) throws SQLException {
            var entities = EntityRows.lock(connection, sortedKeys, silence);
            locked = true;
            var session = new Session(connection, clock.instant(), entities);
            var value = work.in(session);
            EntityRows.update(connection, session.changedEntities());
            wrote = EffectRows.insert(connection, session);
            committed = session.afterCommit();
            return value;
        }
    }

    /** Work on locked entities. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Session session) throws SQLException;
    }
}
