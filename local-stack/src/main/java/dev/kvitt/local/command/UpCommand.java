package dev.kvitt.local.command;

import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.ExampleShop;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.KvittService;
import dev.kvitt.local.stack.Leftovers;
import dev.kvitt.local.stack.PortCheck;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackDefinition;
import dev.kvitt.local.stack.StackLock;
import dev.kvitt.local.stack.StackOptions;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.local.stack.StackService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "Start PostgreSQL, Kafka, the local Vipps MobilePay, all services and the shop; stop with Ctrl-C.")
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

    @Option(names = "--no-shop", description = "Leave out the example shop (till, vending machine and taxi pages).")
    private boolean noShop;

    UpCommand(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        StackDefinition wanted = noShop ? site.definition() : site.definition().and(site.examples());
        Ports ports = site.ports(portBase, wanted);
        DataFolder data = DataFolder.create(site.dataFolder().root(), site.home());
        if (detach) {
            return new BackgroundLauncher(site, data).start(options());
        }
        try (StackLock lock = StackLock.take(data)) {
            clearLeftovers(data);
            PortCheck.requireFree(ports);
            lock.writeDownLauncher();
            run(data, ports, wanted);
        }
        return 0;
    }

    /** Those that a launcher in the background must be given as well. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (portBase != null) {
            options.addAll(List.of("--port-base", Integer.toString(portBase)));
        }
        if (noShop) {
            options.add("--no-shop");
        }
        return options;
    }

    private void run(DataFolder data, Ports ports, StackDefinition wanted) {
        data.rotateLogs(List.copyOf(ports.byName().keySet()));
        StackOptions options = new StackOptions(
                site.home(), data, ports, wanted, JvmTuning.QUICK_START, StackOptions.READY_LIMIT, false);
        try (Stack stack = Stack.start(options, progress)) {
            progress.say("everything is ready; addresses and keys: ./kvitt status, logs: ./kvitt logs");
            if (ports.byName().containsKey(ExampleShop.NAME)) {
                progress.say("sell something: open " + ports.url(ExampleShop.NAME) + " in a browser");
            }
            options.services().stream()
                    .filter(KvittService.OPERATIONS_SERVICE::equals)
                    .forEach(operations -> progress.say("the operators' console: "
                            + ports.url(operations.serviceName()) + KvittService.CONSOLE + ", user all, password in "
                            + data.secrets().resolve(StackSecrets.CONSOLE_PASSWORD)));
            options.services().stream()
                    .filter(StackService::isOutside)
                    .forEach(vipps -> progress.say(
                            "the customer's phone: " + ports.url(vipps.serviceName()) + StackService.PHONE));
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
