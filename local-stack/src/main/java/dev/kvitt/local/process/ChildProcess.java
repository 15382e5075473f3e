package dev.kvitt.local.process;

import dev.kvitt.local.LauncherException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of the stack, started by this launcher. */
public final class ChildProcess {

    private static final List<String> OURS = List.of("KVITT_", "QUARKUS_", "SANDBOX_");

    private final String name;
    private final Process process;
    private final Path log;
    private final PidFile pidFile;

    private ChildProcess(String name, Process process, Path log, PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /**
     * Starts the command, its output appended to the log, and remembers its process id.
     *
     * @param environment added to the launcher's own, from which settings of other stacks are removed
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, PidFile pidFile) {
        List<String> wrapped = new ArrayList<>(Detached.FROM_TERMINAL);
        wrapped.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(wrapped)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(key -> OURS.stream().anyMatch(key::startsWith));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            pidFile.write(process.pid());
            return new ChildProcess(name, process, log, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    /** What it is called, for example {@code payment-service}. */
    public String name() {
        return name;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Done when the process has ended. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits for its end, at most so long. */
    public boolean endedWithin(Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while waiting for " + name, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for " + name + " failed", e);
        }
    }

    /** Its exit code; 128 plus the signal when a signal ended it. Only after it has ended. */
    public int exitValue() {
        return process.exitValue();
    }

    /** The process, to end it together with others. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Forgets its process id, once it has ended. */
    public void forget() {
        pidFile.delete();
    }
}
