package dev.kvitt.local.stack;

import dev.kvitt.local.postgres.LocalPostgres;
import dev.kvitt.local.postgres.PostgresOptions;
import dev.kvitt.local.process.ChildProcess;
import dev.kvitt.local.process.Ending;
import dev.kvitt.local.process.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts and stops the parts of one stack, in their order. */
final class StackParts {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final StackOptions options;
    private final StackContext context;
    private final Progress progress;
    private final Children children = new Children();
    private final CompletableFuture<String> databaseEnd = new CompletableFuture<>();
    private final Object databaseGuard = new Object();

    StackParts(StackOptions options, StackContext context, Progress progress) {
        this.options = options;
        this.context = context;
        this.progress = progress;
    }

    Children children() {
        return children;
    }

    /** Done, with what to tell, when PostgreSQL ends that should not have. */
    CompletableFuture<String> databaseEnd() {
        return databaseEnd;
    }

    /** The outside world and the databases first, then all services at once; returns when all are ready. */
    void startAll() {
        // What is not built is told before anything is started.
        options.services().forEach(service -> service.command(context));
        options.definition().preparation().accept(context);
        List<StackService> wanted = options.services().stream()
                .filter(service -> !service.isSpare())
                .toList();
        wanted.stream().filter(StackService::isOutside).forEach(service -> launch(service, Map.of()));
        Together.run(List.of(this::startPostgres, this::startKafka));
        wanted.stream().filter(service -> !service.isOutside()).forEach(service -> launch(service, Map.of()));
        List<Runnable> waits = new ArrayList<>();
        for (StackService service : wanted) {
            waits.add(() -> awaitReady(children.get(service.serviceName())));
        }
        Together.run(waits);
    }

    private void startPostgres() {
        Secrets secrets = new Secrets(options.data().secrets());
        PostgresOptions postgres = new PostgresOptions(
                options.data().postgres(),
                options.ports().of(Ports.POSTGRES),
                secrets.password(StackSecrets.POSTGRES_ADMIN),
                options.data().log(Ports.POSTGRES));
        synchronized (databaseGuard) {
            children.requireNotStopping();
            LocalPostgres server = LocalPostgres.start(postgres);
            context.databases().values().forEach(server.admin()::createApart);
            ProcessHandle process = server.process();
            Thread.startVirtualThread(() -> watchDatabase(process));
        }
        progress.say("PostgreSQL ready on 127.0.0.1:" + postgres.port());
    }

    private void startKafka() {
        ChildProcess kafka =
                children.launch(() -> KafkaService.start(options.data(), options.ports(), options.tuning()));
        Readiness.await(kafka, () -> KafkaService.isReady(options.data()), options.readyLimit());
        progress.say("Kafka ready on " + options.ports().kafka());
    }

    /** Starts one service, with settings added to its own. */
    ChildProcess launch(StackService service, Map<String, String> more) {
        String name = service.serviceName();
        Map<String, String> environment = new HashMap<>(service.environment(context));
        environment.putAll(more);
        return children.launch(() -> ChildProcess.start(
                name,
                service.command(context),
                environment,
                options.data().log(name),
                options.data().pidFile(name)));
    }

    /** Returns when the service is ready. */
    void awaitReady(ChildProcess child) {
        String url = options.ports().url(child.name());
        Readiness.await(child, () -> HealthProbe.isReady(url), options.readyLimit());
        progress.say(child.name() + " ready on " + url);
    }

    /** Services first, the databases last. */
    void stopAll() {
        progress.say("stopping");
        children.end(names(false));
        children.end(names(true));
        children.end(List.of(Ports.KAFKA));
        synchronized (databaseGuard) {
            LocalPostgres.stop(options.data().postgres());
        }
        progress.say("everything is stopped");
    }

    private List<String> names(boolean outside) {
        return options.services().stream()
                .filter(service -> service.isOutside() == outside)
                .map(StackService::serviceName)
                .toList();
    }

    /** PostgreSQL is no child of this process, so its end has to be looked for. */
    private void watchDatabase(ProcessHandle process) {
        try {
            while (!Ending.hasEnded(process)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            if (!children.isStopping()) {
                databaseEnd.complete("PostgreSQL ended by itself. Everything is stopped. See "
                        + options.data().log(Ports.POSTGRES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
