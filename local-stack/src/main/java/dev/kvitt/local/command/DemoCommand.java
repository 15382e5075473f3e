package dev.kvitt.local.command;

import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.DemoFlow;
import dev.kvitt.local.demo.DemoFlows;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.PrivateStack;
import dev.kvitt.local.stack.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Start a private stack, make sales on it, compare the ledger with Vipps' own, stop it.")
final class DemoCommand implements Callable<Integer> {

    private final Site site;
    private final Progress progress;
    private final DemoFlows flows;

    @Option(names = "--flow", paramLabel = "NAME", description = "Only this flow, for example vending.")
    private String flow;

    @Option(names = "--keep", description = "Leave the stack running; stop it with ./kvitt down.")
    private boolean keep;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Start no stack: sell at the one whose addresses are in this file, such as Compose's.")
    private Path against;

    DemoCommand(Site site, Progress progress, DemoFlows flows) {
        this.site = site;
        this.progress = progress;
        this.flows = flows;
    }

    @Override
    public Integer call() {
        List<DemoFlow> chosen = flows.choose(flow);
        if (against != null) {
            Addresses addresses = Addresses.read(against);
            return show(chosen, () -> addresses, progress);
        }
        return PrivateStack.run(
                site.home(),
                site.definition(),
                JvmTuning.QUICK_START,
                keep,
                progress,
                (stack, line) -> show(chosen, () -> Addresses.of(stack), line));
    }

    /** Every flow is shown, also after one that did not end well. */
    private static int show(List<DemoFlow> flows, Supplier<Addresses> addresses, Progress progress) {
        int bad = 0;
        for (DemoFlow flow : flows) {
            if (!flow.run(addresses.get(), progress)) {
                bad++;
            }
        }
        return bad == 0 ? 0 : 1;
    }
}
