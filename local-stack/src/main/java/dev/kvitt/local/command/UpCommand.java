package dev.kvitt.local.command;

import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.Leftovers;
import dev.kvitt.local.stack.PortCheck;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackLock;
import dev.kvitt.local.stack.StackOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Start PostgreSQL, Kafka, the local Vipps MobilePay and all services; stop with Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    private final Site site;
    private final Progress progress;

    @Option(names = "--detach", description = "Return when everything is ready; stop with ./kvitt down.")
    private boolean detach;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "First of the hundred ports to use (default: KVITT_PORT_BASE, or 7000).")
    private Integer portBase;

    UpCommand(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        Ports ports = site.ports(portBase);
        DataFolder data = DataFolder.create(site.dataFolder().root(), site.home());
        if (detach) {
            return new BackgroundLauncher(site, data).start(portBase);
        }
        try (StackLock lock = StackLock.take(data)) {
            clearLeftovers(data);
            PortCheck.requireFree(ports);
            lock.writeDownLauncher();
            run(data, ports);
        }
        return 0;
    }

    private void run(DataFolder data, Ports ports) {
        data.rotateLogs(List.copyOf(ports.byName().keySet()));
        StackOptions options = new StackOptions(
                site.home(), data, ports, site.definition(), JvmTuning.QUICK_START, StackOptions.READY_LIMIT, false);
        try (Stack stack = Stack.start(options, progress)) {
            progress.say("everything is ready; addresses and keys: ./kvitt status, logs: ./kvitt logs");
            stack.awaitEnd();
        }
    }

    private void clearLeftovers(DataFolder data) {
        List<String> running = Leftovers.running(data);
        if (!running.isEmpty()) {
            progress.say("ending what a killed launcher left behind: " + String.join(", ", running));
        }
        Leftovers.end(data);
    }
}
