package dev.kvitt.local.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, insists later. */
public final class Ending {

    /** How long a process may take to end by itself before it is killed. */
    public static final Duration GRACE = Duration.ofSeconds(15);

    private static final long KILL_LIMIT_SECONDS = 5;

    private Ending() {}

    /** Asks all of them at once to end, waits together, and kills those that are still there after the grace. */
    public static void end(List<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        if (!allEnd(processes, grace.toMillis())) {
            processes.forEach(ProcessHandle::destroyForcibly);
            allEnd(processes, TimeUnit.SECONDS.toMillis(KILL_LIMIT_SECONDS));
        }
    }

    private static boolean allEnd(List<ProcessHandle> processes, long milliseconds) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(milliseconds, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for processes to end failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
