package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Trace;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Applies batches of messages, each in one transaction with its offsets. A batch that fails for a reason of its own is
 * rolled back and run again message by message; the one that fails alone parks its entity and nobody else's.
 */
public final class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Door door;
    private final Handler handler;
    private final Reader reader;
    private final Parking parking;

    public Inbox(Door door, Handler handler, Reader reader, Parking parking) {
        this.door = door;
        this.handler = handler;
        this.reader = reader;
        this.parking = parking;
    }

    /**
     * @param messages in the order they were read
     * @param positions where each partition of the batch stands in the database; moved on when this returns
     * @throws RuntimeException when the database or the broker is in trouble: nothing more was written than
     *     {@code positions} says
     */
    public void process(List<Incoming> messages, Positions positions) {
        try {
            processTogether(messages, positions);
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.warnf(
                    "A batch of %d messages failed (%s); running it again one by one",
                    messages.size(), Failures.reason(e));
            messages.forEach(message -> processAlone(message, positions));
        }
    }

    private void processAlone(Incoming message, Positions positions) {
        try {
            processTogether(List.of(message), positions);
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.errorf("Parking after %s: %s", message.position(), Failures.reason(e));
            park(message, positions, Failures.reason(e));
        }
    }

    /** The handler may be what is broken: when nobody can be told, the entity is parked all the same. */
    private void park(Incoming message, Positions positions, String reason) {
        var found = reader.read(message);
        try {
            parkWith(message, found, positions, session -> parking.park(session, message, found, reason));
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.errorf("Nobody is told that %s parked its entity: %s", message.position(), Failures.reason(e));
            parkWith(message, found, positions, session -> parking.parkSilently(session, message, found, reason));
        }
    }

    private void parkWith(Incoming message, Found found, Positions positions, Write write) {
        var steps = positions.steps(List.of(message));
        door.pass(found.keys(), session -> {
            write.in(session);
            Offsets.advance(session.connection(), steps);
            return null;
        });
        positions.advanced(steps);
    }

    @FunctionalInterface
    private interface Write {
        void in(Session session) throws SQLException;
    }

    private void processTogether(List<Incoming> messages, Positions positions) {
        var found = messages.stream().map(reader::read).toList();
        var keys = new TreeSet<String>();
        found.forEach(each -> keys.addAll(each.keys()));
        var steps = positions.steps(messages);
        door.pass(keys, session -> {
            for (var i = 0; i < messages.size(); i++) {
                apply(session, messages.get(i), found.get(i));
            }
            Offsets.advance(session.connection(), steps);
            CrashPoint.reached("inbox.before-commit");
            return null;
        });
        CrashPoint.reached("inbox.after-commit");
        positions.advanced(steps);
    }

    private void apply(Session session, Incoming message, Found found) throws SQLException {
        switch (found) {
            case Found.Nothing _ -> {}
            case Found.Unreadable unreadable -> session.send(reader.quarantined(message, unreadable.reason()), null);
            case Found.Unknown unknown ->
                parking.park(session, message, unknown, "unknown event type; upgrade Kvitt, then unpark");
            case Found.Known known -> applyKnown(session, message, known);
        }
    }

    private void applyKnown(Session session, Incoming message, Found.Known known) throws SQLException {
        var routed = known.routed();
        var entity = session.entity(routed.entityKey());
        entity.traceparentIfNone(Trace.of(message.headers().get(Trace.HEADER), routed.eventId()));
        if (!entity.parked()) {
            if (entity.apply(routed.eventId())) {
                handler.handle(entity, routed, session.effects(routed.entityKey()));
            }
            return;
        }
        if (!entity.hasApplied(routed.eventId())) {
            if (handler.handleWhileParked(entity, routed, session.effects(routed.entityKey()))) {
                entity.apply(routed.eventId());
            } else {
                parking.wait(session, message, routed.entityKey(), routed.eventId(), "behind a parked event");
            }
        }
    }
}
