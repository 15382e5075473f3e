package dev.kvitt.messaging.timer;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.LogContext;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.inbox.ReadMarks;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Fires timers that are due, through the door. Several processes may run it: whoever has the lock fires, once. The timers
 * of a parked entity wait until it is unparked, but for those that the handler wants all the same.
 */
public final class TimerLoop implements Stoppable {

    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final Duration EVERY = Duration.ofMillis(100);
    /** When a timer's handler fails, it is tried again after this. */
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final Door door;
    private final Transactions transactions;
    private final Handler handler;
    private final Set<String> whileParked;
    private final ReadMarks marks;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff();
    private final Thread thread = new Thread(this::run, "kvitt-timers");
    private final Pulse pulse = new Pulse(thread);
    /** Fewer after a failure: what is too much for a slow database at once would be too much for ever. */
    private int atOnce = TimerRows.BATCH;

    private volatile boolean stopped;

    public TimerLoop(Door door, Transactions transactions, Handler handler, ReadMarks marks, InstantSource clock) {
        this.door = door;
        this.transactions = transactions;
        this.handler = handler;
        this.whileParked = handler.timersWhileParked();
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public Duration idle() {
        return pulse.idle();
    }

    @Override
    public void close() {
        stopped = true;
        Stoppable.join(thread);
    }

    private void run() {
        while (!stopped) {
            try {
                var fired = round();
                atOnce = Math.min(TimerRows.BATCH, 2 * atOnce);
                backoff.reset();
                if (!fired) {
                    Backoff.pause(EVERY, () -> stopped);
                }
            } catch (RuntimeException | Error e) {
                atOnce = Math.max(1, atOnce / 2);
                LOG.warnf("Timers have to wait: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
            pulse.beat();
        }
    }

    /** @return whether there may be more to fire at once */
    private boolean round() {
        var ready = transactions.run(this::ready);
        if (ready.isEmpty()) {
            return false;
        }
        // One of each entity: what it does may cancel or move the next.
        var seen = new HashSet<String>();
        var first = ready.stream()
                .sorted(Comparator.comparing(TimerRows.Timer::due))
                .filter(timer -> seen.add(timer.key()))
                .toList();
        try {
            fire(first);
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                throw e;
            }
            first.forEach(this::fireAlone);
        }
        return true;
    }

    private List<TimerRows.Timer> ready(Connection connection) throws SQLException {
        var now = clock.instant();
        var waiting = TimerRows.afterLogDue(connection, now, whileParked);
        marks.want(waiting);
        var until = waiting ? marks.allReadUntil(connection).orElse(Instant.EPOCH) : Instant.EPOCH;
        return TimerRows.due(connection, now, until.isBefore(now) ? until : now, whileParked, atOnce);
    }

    private void fire(List<TimerRows.Timer> timers) {
        var keys = new TreeSet<String>();
        timers.forEach(timer -> keys.add(timer.key()));
        door.pass(keys, session -> {
            var wanted = timers.stream()
                    .filter(timer -> !session.entity(timer.key()).parked() || whileParked.contains(timer.name()))
                    .toList();
            var taken = TimerRows.take(session.connection(), wanted);
            for (var timer : wanted) {
                if (taken.contains(timer.key())) {
                    var entity = session.entity(timer.key());
                    var span = Tracing.begin(
                            SpanKind.INTERNAL,
                            "timer " + timer.name(),
                            entity.traceparent().orElse(""));
                    var context = LogContext.of(timer.key(), entity.traceparent(), span);
                    try {
                        handler.onTimer(entity, timer.name(), timer.due(), session.effects(timer.key()));
                    } finally {
                        context.end();
                    }
                }
            }
            CrashPoint.reached("timer.before-commit");
            return null;
        });
        CrashPoint.reached("timer.after-commit");
    }

    private void fireAlone(TimerRows.Timer timer) {
        pulse.beat();
        try {
            fire(List.of(timer));
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                throw e;
            }
            door.pass(List.of(timer.key()), session -> {
                var context =
                        LogContext.of(timer.key(), session.entity(timer.key()).traceparent());
                LOG.errorf("The timer %s of %s failed: %s", timer.name(), timer.key(), Failures.reason(e));
                context.end();
                TimerRows.postpone(session.connection(), timer, session.now().plus(AGAIN));
                return null;
            });
        }
    }
}
