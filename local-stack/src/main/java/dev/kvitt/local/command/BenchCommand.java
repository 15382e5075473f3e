package dev.kvitt.local.command;

import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.PrivateStack;
import dev.kvitt.local.stack.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "bench", description = "Measure a private stack under load.")
final class BenchCommand implements Callable<Integer> {

    private final Site site;
    private final Progress progress;
    private final PrivateStack.Task bench;

    BenchCommand(Site site, Progress progress, PrivateStack.Task bench) {
        this.site = site;
        this.progress = progress;
        this.bench = bench;
    }

    @Override
    public Integer call() {
        return PrivateStack.run(site.home(), site.definition(), JvmTuning.THROUGHPUT, false, progress, bench);
    }
}
