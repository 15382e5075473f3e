package dev.kvitt.local;

import dev.kvitt.local.command.Launcher;
import dev.kvitt.local.command.Site;
import dev.kvitt.local.demo.DemoFlows;
import dev.kvitt.local.demo.VendingFlow;
import dev.kvitt.local.stack.KvittStack;
import java.time.Clock;
import java.util.List;

/** What {@code ./kvitt} runs, once everything is built. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        Site site = Site.ofProcess(KvittStack.definition(), Main.class);
        DemoFlows flows = new DemoFlows(List.of(new VendingFlow()));
        int exitCode = new Launcher(site, flows, System.out, Clock.systemUTC()).run(words);
        System.exit(exitCode);
    }
}
