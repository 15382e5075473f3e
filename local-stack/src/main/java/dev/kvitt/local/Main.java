package dev.kvitt.local;

import dev.kvitt.local.command.Launcher;
import dev.kvitt.local.command.Site;
import dev.kvitt.local.demo.ChecklistFlow;
import dev.kvitt.local.demo.DemoFlow;
import dev.kvitt.local.demo.DemoFlows;
import dev.kvitt.local.demo.TaxiFlow;
import dev.kvitt.local.demo.TillFlow;
import dev.kvitt.local.demo.VendingFlow;
import dev.kvitt.local.stack.ExampleShop;
import dev.kvitt.local.stack.KvittStack;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./kvitt} runs, once everything is built. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        Site site = Site.ofProcess(KvittStack.definition(), List.of(new ExampleShop()), Main.class);
        List<DemoFlow> all = new ArrayList<>(List.of(new VendingFlow()));
        all.addAll(TillFlow.all());
        all.add(new TaxiFlow());
        all.add(new ChecklistFlow());
        DemoFlows flows = new DemoFlows(all);
        int exitCode = new Launcher(site, flows, System.out, Clock.systemUTC()).run(words);
        System.exit(exitCode);
    }
}
