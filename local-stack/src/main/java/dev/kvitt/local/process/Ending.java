package dev.kvitt.local.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends processes: asks first, insists later. */
public final class Ending {

    /** How long a process may take to end by itself before it is killed. */
    public static final Duration GRACE = Duration.ofSeconds(15);

    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 50;

    private Ending() {}

    /** Asks all of them at once to end, waits together, and kills those that are still there after the grace. */
    public static void end(List<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        if (!allEnd(processes, grace)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            allEnd(processes, KILL_LIMIT);
        }
    }

    /** Whether the process has ended. ProcessHandle.onExit would wait for ever where nobody reaps the dead. */
    public static boolean hasEnded(ProcessHandle process) {
        return ProcessIdentity.of(process.pid()).isEmpty();
    }

    private static boolean allEnd(List<ProcessHandle> processes, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!processes.stream().allMatch(Ending::hasEnded)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
