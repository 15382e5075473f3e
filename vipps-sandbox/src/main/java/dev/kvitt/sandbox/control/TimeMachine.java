package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.webhooks.Quiet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Moves time ahead as if it had passed: the clock stops at every moment at which something is due, and goes on when that
 * has happened and what it made the sandbox send was answered.
 */
@ApplicationScoped
class TimeMachine {

    private final Lock oneAtATime = new ReentrantLock();
    private final SandboxClock clock;
    private final Sandbox sandbox;
    private final Quiet quiet;
    private final Duration patience;

    TimeMachine(SandboxClock clock, Sandbox sandbox, Quiet quiet, SandboxConfig config) {
        this.clock = clock;
        this.sandbox = sandbox;
        this.quiet = quiet;
        this.patience = config.clockPatience();
    }

    /**
     * @param by more than nothing
     * @return true = all that became due is done; false = some receiver did not answer within the patience
     */
    boolean advance(Duration by) {
        oneAtATime.lock();
        try {
            Instant target = clock.now().plus(by);
            long giveUp = System.nanoTime() + patience.toNanos();
            settle(giveUp);
            for (Optional<Instant> due = dueUntil(target); due.isPresent(); due = dueUntil(target)) {
                clock.moveTo(due.get());
                sandbox.catchUpWithTime();
                settle(giveUp);
            }
            clock.moveTo(target);
            sandbox.catchUpWithTime();
            return settle(giveUp);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<Instant> dueUntil(Instant target) {
        return sandbox.nextDue().filter(due -> !due.isAfter(target));
    }

    private boolean settle(long giveUp) {
        return quiet.await(Duration.ofNanos(Math.max(0, giveUp - System.nanoTime())));
    }
}
