package dev.kvitt.local.training;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.QuietLogging;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.DemoFlow;
import dev.kvitt.local.demo.TillFlow;
import dev.kvitt.local.demo.VendingFlow;
import dev.kvitt.local.process.Ending;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.KvittStack;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.PrivateFolders;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackDefinition;
import dev.kvitt.local.stack.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Sells at a machine and at a till while images are built, so that the caches hold all that a sale takes. */
public final class TrainingMain {

    /** A cache is put together as its service ends, several at once on what may be a small machine. */
    private static final Duration ENDING_LIMIT = Duration.ofMinutes(5);

    /** A JVM that takes notes of all it loads is slow, and six do so at once. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(10);

    private static final int TRIES = 3;

    private TrainingMain() {}

    /** @param arguments folder with a folder for each service, and the folder for their caches */
    public static void main(String[] arguments) {
        QuietLogging.configure();
        Path apps = Path.of(arguments[0]);
        Path caches = Path.of(arguments[1]);
        Progress progress = new Progress(System.out, Clock.systemUTC());
        try {
            train(apps, caches, progress);
            System.exit(0);
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void train(Path apps, Path caches, Progress progress) {
        StackDefinition usual = KvittStack.definition();
        List<TrainedService> services = usual.services().stream()
                .map(service -> new TrainedService(service, apps, caches))
                .toList();
        StackOptions options = new StackOptions(
                apps,
                PrivateFolders.create(apps),
                Ports.free(services),
                new StackDefinition(List.copyOf(services), usual.preparation()),
                JvmTuning.THROUGHPUT,
                READY_LIMIT,
                true);
        try (Stack stack = Stack.start(options, progress)) {
            Addresses addresses = Addresses.of(stack);
            List.of(new VendingFlow(), TillFlow.all().getFirst()).forEach(flow -> sell(flow, addresses, progress));
            List<TrainedService> trained =
                    services.stream().filter(service -> !service.isOutside()).toList();
            Ending.end(
                    trained.stream()
                            .map(service -> ProcessHandle.of(stack.pid(service.serviceName()))
                                    .orElseThrow())
                            .toList(),
                    ENDING_LIMIT);
            for (TrainedService service : trained) {
                if (!Files.exists(service.cache())) {
                    throw new LauncherException(service.serviceName() + " has ended without writing its cache.");
                }
                progress.say(service.cache().getFileName() + " is written");
            }
        }
    }

    /** A machine that is busy with much else may let a scan grow too old to open a sale; the customer then scans again. */
    private static void sell(DemoFlow flow, Addresses addresses, Progress progress) {
        for (int tried = 1; ; tried++) {
            try {
                if (flow.run(addresses, progress)) {
                    return;
                }
                throw new LauncherException("The training's sales went wrong: no image is made of this.");
            } catch (LauncherException e) {
                if (tried == TRIES) {
                    throw e;
                }
                progress.say(e.getMessage());
            }
        }
    }
}
