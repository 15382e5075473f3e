package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.ChildProcess;
import dev.kvitt.local.process.Ending;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The processes of a running stack. Once it is stopping, none is started any more. */
final class Children {

    private final Map<String, ChildProcess> byName = new LinkedHashMap<>();
    private final Set<Long> expectedToEnd = new HashSet<>();
    private final CompletableFuture<ChildProcess> unexpectedEnd = new CompletableFuture<>();
    private boolean stopping;

    /** Starts one; its end is a failure unless it was announced. */
    synchronized ChildProcess launch(Supplier<ChildProcess> start) {
        requireNotStopping();
        ChildProcess child = start.get();
        byName.put(child.name(), child);
        var unused = child.onExit().thenRun(() -> ended(child));
        return child;
    }

    synchronized void requireNotStopping() {
        if (stopping) {
            throw new LauncherException("Stopped before everything was ready.");
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** From here on the end of any process is expected. */
    synchronized void beginStopping() {
        stopping = true;
    }

    /** The end of this one is wanted. */
    synchronized void expectEnd(ChildProcess child) {
        expectedToEnd.add(child.pid());
    }

    synchronized ChildProcess get(String name) {
        ChildProcess child = byName.get(name);
        if (child == null) {
            throw new IllegalArgumentException("No such part runs in the stack: " + name);
        }
        return child;
    }

    /** Done when a process ends that should not have. */
    CompletableFuture<ChildProcess> unexpectedEnd() {
        return unexpectedEnd;
    }

    /** Ends those of them that run, the last first, and waits. */
    void end(Collection<String> names) {
        List<ChildProcess> running = running(names).reversed();
        Ending.end(running.stream().map(ChildProcess::handle).toList(), Ending.GRACE);
        running.forEach(ChildProcess::forget);
    }

    private synchronized List<ChildProcess> running(Collection<String> names) {
        return names.stream().map(byName::get).filter(Objects::nonNull).toList();
    }

    private synchronized void ended(ChildProcess child) {
        if (!stopping && !expectedToEnd.contains(child.pid())) {
            unexpectedEnd.complete(child);
        }
    }
}
