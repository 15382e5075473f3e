package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.LogContext;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Session;
import dev.kvitt.tracing.Traceparent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Applies batches of messages, each in one transaction with its offsets. A batch that fails for a reason of its own is
 * rolled back and run again message by message; the one that fails alone parks its entity and nobody else's. What
 * cannot be read is quarantined and, where it is somebody's request, refused; it parks nothing. A process that is broken itself
 * parks one entity at most.
 */
public final class Inbox implements Batches {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Door door;
    private final List<String> topics;
    private final Reader reader;
    private final Parking parking;
    private final Applying applying;
    private final ErrorsOfTheProcess errors = new ErrorsOfTheProcess();
    private Runnable whileBusy = () -> {};

    public Inbox(Door door, Handler handler, Reader reader, Parking parking) {
        this.door = door;
        this.topics = Reader.topics(handler);
        this.reader = reader;
        this.parking = parking;
        this.applying = new Applying(handler, parking, reader);
    }

    @Override
    public List<String> topics() {
        return topics;
    }

    /** @param moved called before each message that is run alone */
    @Override
    public void whileBusy(Runnable moved) {
        whileBusy = moved;
    }

    @Override
    public void process(List<Incoming> messages, Positions positions) {
        processFor(messages, positions);
    }

    /** As {@link #process}, for somebody whose place is kept elsewhere. */
    public void processFor(List<Incoming> messages, Progress progress) {
        try {
            apply(messages, progress);
        } catch (RuntimeException | Error e) {
            ErrorsOfTheProcess.leaving(e);
            throw e;
        }
    }

    private void apply(List<Incoming> messages, Progress progress) {
        var batch = messages.stream().map(each -> Prepared.of(each, reader)).toList();
        try {
            processTogether(batch, progress);
            errors.appliedWell(batch);
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.warnf(
                    "A batch of %d messages failed (%s); running it again one by one",
                    messages.size(), Failures.reason(e));
            batch.forEach(each -> processAlone(each, progress));
        }
    }

    private void processAlone(Prepared prepared, Progress progress) {
        whileBusy.run();
        try {
            processTogether(List.of(prepared), progress);
            errors.appliedWell(List.of(prepared));
        } catch (RuntimeException | Error e) {
            // What is about no entity has nothing to park.
            if (Failures.passing(e) || prepared.found().keys().isEmpty()) {
                throw e;
            }
            giveUp(prepared, progress, e);
        }
    }

    private void giveUp(Prepared prepared, Progress progress, Throwable failure) {
        // Which trace is its sale's, the database knows; the message's own may be another.
        var context = LogContext.of(String.join(" ", prepared.found().keys()), Optional.empty());
        try {
            giveUpAbout(prepared, progress, failure);
        } finally {
            context.end();
        }
    }

    private void giveUpAbout(Prepared prepared, Progress progress, Throwable failure) {
        var reason = Failures.reason(failure);
        var position = prepared.message().position();
        var untold = prepared.toldToNobody();
        if (untold.isPresent()) {
            // Bad input parks nothing, not even when telling so fails.
            LOG.errorf("Nobody is told that %s is unreadable: %s", position, reason);
            processTogether(List.of(untold.get()), progress);
        } else if (prepared.found() instanceof Found.Unpark) {
            // Its sale is as parked as before; what the person reads of it is that no word comes of an unpark.
            LOG.errorf("What %s was to unpark stays parked: %s", position, reason);
            processTogether(List.of(prepared.passedOver()), progress);
        } else {
            park(prepared, progress, failure);
        }
    }

    /** The handler may be what is broken: when nobody can be told, the entity is parked all the same. */
    private void park(Prepared prepared, Progress progress, Throwable failure) {
        var message = prepared.message();
        var found = prepared.found();
        var reason = Failures.reason(failure);
        try {
            parkWith(prepared, progress, failure, session -> {
                LOG.errorf("Parking after %s: %s", message.position(), reason);
                parking.park(session, message, found, reason);
            });
        } catch (ErrorsOfTheProcess.BrokenProcessException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                throw e;
            }
            parkWith(prepared, progress, failure, session -> {
                LOG.errorf("Nobody is told that %s parked its entity: %s", message.position(), Failures.reason(e));
                parking.parkSilently(session, message, found, reason);
            });
        }
    }

    private void parkWith(Prepared prepared, Progress progress, Throwable failure, Write write) {
        var message = prepared.message();
        var found = prepared.found();
        var move = progress.past(List.of(message));
        door.pass(found.keys(), session -> {
            var entity = session.entity(Parking.keyOf(found));
            if (!entity.parked()) {
                errors.met(entity.key(), failure);
            }
            entity.traceparentIfNone(
                    Traceparent.of(message.headers().get(Traceparent.HEADER), Parking.eventIdOf(found)));
            var context = LogContext.of(entity.key(), entity.traceparent());
            try {
                write.in(session);
            } finally {
                context.end();
            }
            move.write(session.connection());
            return null;
        });
        move.written();
    }

    @FunctionalInterface
    private interface Write {
        void in(Session session) throws SQLException;
    }

    private void processTogether(List<Prepared> batch, Progress progress) {
        var keys = new TreeSet<String>();
        batch.forEach(each -> keys.addAll(each.found().keys()));
        var move = progress.past(batch.stream().map(Prepared::message).toList());
        door.pass(keys, session -> {
            for (var each : batch) {
                applying.apply(session, each);
            }
            move.write(session.connection());
            session.afterCommit(() -> Tally.committed(batch));
            CrashPoint.reached("inbox.before-commit");
            return null;
        });
        CrashPoint.reached("inbox.after-commit");
        move.written();
    }
}
