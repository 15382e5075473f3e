package dev.kvitt.messaging.task;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.LogContext;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes up tasks that are due and runs them, at most one at a time of each entity. Each on a thread of its own: there are few of
 * them, and a dump of the process then shows what each waits for.
 */
public final class TaskLoop implements Stoppable {

    private static final Logger LOG = Logger.getLogger(TaskLoop.class);
    private static final Duration IDLE = Duration.ofMillis(200);

    /** How many run at once if nothing else is set: enough to hide the other side's latency, few enough for the pool. */
    public static final int IN_FLIGHT = 32;

    /** Longer than a task takes with all its time limits; how long a crashed process' task waits to be taken up again. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private final Duration lease;
    private final int inFlight;
    private final Door door;
    private final Transactions transactions;
    private final TaskRunner runner;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff();
    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final ThreadPoolExecutor workers;
    private final Thread thread = new Thread(this::run, "kvitt-tasks");
    private final Pulse pulse = new Pulse(thread);
    private final Pulse work = new Pulse(thread);
    private volatile boolean stopped;

    public TaskLoop(Door door, Transactions transactions, TaskRunner runner, InstantSource clock) {
        this(door, transactions, runner, clock, LEASE, IN_FLIGHT);
    }

    /**
     * @param lease how long a task is ours before another process takes it up, by the database's clock
     * @param inFlight how many run at once, at least one
     * @throws IllegalArgumentException when what the runner may take does not fit into the lease; it says what is to be set
     */
    public TaskLoop(
            Door door,
            Transactions transactions,
            TaskRunner runner,
            InstantSource clock,
            Duration lease,
            int inFlight) {
        if (inFlight < 1) {
            throw new IllegalArgumentException("with " + inFlight + " tasks in flight nothing would ever be done");
        }
        runner.callLimit().ifPresent(limit -> limit.requireWithin(lease));
        this.lease = lease;
        this.inFlight = inFlight;
        this.free = new Semaphore(inFlight);
        this.workers = new ThreadPoolExecutor(
                inFlight,
                inFlight,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("kvitt-task-", 1).factory());
        this.door = door;
        this.transactions = transactions;
        this.runner = runner;
        this.clock = clock;
        door.afterWrite(wake::release);
    }

    @Override
    public void start() {
        // Where there are not threads enough, that is known now and not with a task in hand.
        workers.prestartAllCoreThreads();
        thread.start();
    }

    @Override
    public String name() {
        return "tasks";
    }

    /** A worker that hangs keeps its place, and the loop that goes round without any place does nothing. */
    @Override
    public Duration idle() {
        var loop = pulse.idle();
        var workers = free.availablePermits() == inFlight ? loop : work.idle();
        return workers.compareTo(loop) > 0 ? workers : loop;
    }

    @Override
    public void close() {
        stopped = true;
        wake.release();
        Stoppable.join(thread);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopping with tasks under way; they are run again after their lease");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                if (!takeUp()) {
                    wake.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
                backoff.reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                LOG.warnf("Tasks have to wait: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
            pulse.beat();
        }
    }

    /** @return whether there may be more to take up at once */
    private boolean takeUp() {
        var room = free.availablePermits();
        if (room == 0) {
            return false;
        }
        var claimed = transactions.run(connection -> claim(connection, room));
        free.acquireUninterruptibly(claimed.now().size());
        if (!claimed.now().isEmpty()) {
            work.beat();
        }
        claimed.now().forEach(task -> workers.execute(() -> work(task)));
        return claimed.all() == room;
    }

    private record Claimed(List<Task> now, int all) {}

    private Claimed claim(Connection connection, int room) throws SQLException {
        var now = clock.instant();
        var all = TaskRows.claim(connection, now, lease, room);
        var waits = all.isEmpty() ? Map.<Long, Instant>of() : runner.waits(connection, all, now);
        var ready = new ArrayList<Task>();
        for (var task : all) {
            var until = waits.get(task.id());
            if (until == null) {
                ready.add(task);
            } else {
                TaskRows.postpone(connection, task, until);
            }
        }
        return new Claimed(ready, all.size());
    }

    /** Whatever happens in it, the place is free again. */
    private void work(Task task) {
        try {
            inContext(task);
        } catch (RuntimeException | Error e) {
            LOG.warnf("The task %s of %s did not begin: %s", task.kind(), task.key(), Failures.reason(e));
            tryLater(task);
        } finally {
            work.beat();
            free.release();
            wake.release();
        }
    }

    private void inContext(Task task) {
        var span = Tracing.begin(
                SpanKind.INTERNAL, "task " + task.kind(), task.traceparent().orElse(""));
        var context = LogContext.of(task.key(), task.traceparent(), span);
        try {
            CrashPoint.reached("task.before-run");
            var completion = runner.run(task);
            CrashPoint.reached("task.after-run");
            complete(task, completion);
            CrashPoint.reached("task.after-commit");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            span.failed(e);
            LOG.warnf(
                    "The task %s of %s failed in try %d: %s",
                    task.kind(), task.key(), task.tries(), Failures.reason(e));
            tryLater(task);
        } finally {
            context.end();
        }
    }

    private void complete(Task task, Completion completion) {
        door.pass(List.of(task.key()), session -> {
            var connection = session.connection();
            var ours = completion.again().isPresent()
                    ? TaskRows.postpone(connection, task, completion.again().get())
                    : TaskRows.finish(connection, task);
            if (ours) {
                completion.write().in(session.entity(task.key()), session.effects(task.key()));
            }
            return null;
        });
    }

    /** After a failure of our own; if not even this can be written, the lease runs out. */
    private void tryLater(Task task) {
        try {
            var wait = Duration.ofSeconds(Math.min(300, 1L << Math.min(task.tries(), 9)));
            complete(task, Completion.again(clock.instant().plus(wait)));
        } catch (RuntimeException | Error e) {
            LOG.warnf("The task %s of %s waits for its lease: %s", task.kind(), task.key(), Failures.reason(e));
        }
    }
}
