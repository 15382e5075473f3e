package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.Passwords;
import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.postgres.DatabaseAdmin;
import dev.kvitt.local.postgres.DatabaseRoles;
import dev.kvitt.local.postgres.Login;
import dev.kvitt.local.process.ChildProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * PostgreSQL, Kafka and the services, each a process of its own, started and watched by this launcher. Whatever ends the
 * launcher in an orderly way (return, Ctrl-C, SIGTERM) stops all of it, services first and the databases last.
 */
public final class Stack implements AutoCloseable {

    private final StackOptions options;
    private final StackContext context;
    private final Progress progress;
    private final StackParts parts;
    private final Children children;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread stopAtExit = new Thread(this::close, "stop-stack");

    private Stack(StackOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        Secrets secrets = new Secrets(options.data().secrets());
        this.context = new StackContext(
                options.home(),
                options.data(),
                options.ports(),
                logins(options),
                secrets.renew(StackSecrets.API_TOKEN),
                options.tuning());
        this.parts = new StackParts(options, context, progress);
        this.children = parts.children();
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws LauncherException when a part does not come up; then everything is stopped again
     */
    public static Stack start(StackOptions options, Progress progress) {
        Stack stack = new Stack(options, progress);
        Runtime.getRuntime().addShutdownHook(stack.stopAtExit);
        try {
            stack.parts.startAll();
            StackState.of(options, stack.context.token()).write(options.data());
            return stack;
        } catch (RuntimeException e) {
            RuntimeException told = stack.children.isStopping() ? stack.interrupted(e) : e;
            stack.close();
            throw told;
        }
    }

    /** Where everything is. */
    public StackContext context() {
        return context;
    }

    /** Superuser access to PostgreSQL, for measuring and for breaking things. */
    public DatabaseAdmin databaseAdmin() {
        return new DatabaseAdmin(
                "127.0.0.1:" + options.ports().of(Ports.POSTGRES),
                new Secrets(options.data().secrets()).password(StackSecrets.POSTGRES_ADMIN));
    }

    /** Process id of Kafka or of a service. */
    public long pid(String name) {
        return children.get(name).pid();
    }

    /** Ends a service as a power cut would; the rest of the stack goes on. */
    public void kill(String service) {
        ChildProcess child = children.get(service);
        children.expectEnd(child);
        child.kill();
    }

    /** Ends a service as an orderly shutdown does; the rest of the stack goes on. */
    public void end(String service) {
        children.expectEnd(children.get(service));
        children.end(List.of(service));
    }

    /** Starts a service that was killed, ended or never started, and returns when it is ready. */
    public void restart(String service) {
        parts.awaitReady(parts.launch(definition(service), Map.of()));
    }

    /**
     * Starts a killed service again, to halt itself as a power cut would where it next passes that crash point. Does not
     * wait until it is ready: what it finds to be done may halt it before.
     *
     * @return done when it has halted there; fails when it has ended otherwise
     */
    public CompletableFuture<Void> restartToHalt(String service, String crashPoint) {
        ChildProcess child = parts.launch(definition(service), Map.of("KVITT_CRASH_AT", crashPoint));
        children.expectEnd(child);
        return child.onExit().thenAccept(ended -> Halt.require(child, crashPoint));
    }

    private StackService definition(String service) {
        return options.services().stream()
                .filter(candidate -> candidate.serviceName().equals(service))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No such service: " + service));
    }

    /** Waits until the stack is stopped; tells why, when a part ended by itself. */
    public void awaitEnd() {
        try {
            Object end = CompletableFuture.anyOf(children.unexpectedEnd(), parts.databaseEnd(), stopped)
                    .get();
            switch (end) {
                case ChildProcess child -> throw Readiness.ended(child);
                case String message -> throw new LauncherException(message);
                case null, default -> progress.say("stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Watching the stack failed", e);
        }
    }

    /**
     * Makes sure that every part still runs.
     *
     * @throws LauncherException with the end of its log, when one ended by itself
     */
    public void requireWhole() {
        if (children.unexpectedEnd().isDone()) {
            throw Readiness.ended(children.unexpectedEnd().join());
        }
        if (parts.databaseEnd().isDone()) {
            throw new LauncherException(parts.databaseEnd().join());
        }
    }

    /** Leaves everything running when this launcher ends; {@code ./kvitt down} stops it later. */
    public void leaveRunning() {
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    /** Stops everything, services first. Without effect when stopped already; waits when another thread is stopping it. */
    @Override
    public void close() {
        children.beginStopping();
        synchronized (stopped) {
            if (!stopped.isDone()) {
                StackState.forget(options.data());
                parts.stopAll();
                if (options.deleteAfterwards()) {
                    options.data().delete();
                }
                stopped.complete(null);
            }
        }
    }

    private LauncherException interrupted(RuntimeException cause) {
        return new LauncherException("Stopped before everything was ready.", cause);
    }

    /** Passwords are new on every start; nothing else knows them. */
    private static Map<String, Database> logins(StackOptions options) {
        Map<String, Database> logins = new HashMap<>();
        String server = "jdbc:postgresql://127.0.0.1:" + options.ports().of(Ports.POSTGRES) + "/";
        for (StackService service : options.services()) {
            service.databaseName().ifPresent(name -> {
                Login owner = new Login(DatabaseRoles.owner(name), Passwords.random());
                logins.put(name, new Database(server + name, name, Passwords.random(), Optional.of(owner)));
            });
        }
        return logins;
    }
}
