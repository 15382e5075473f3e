package dev.kvitt.local.command;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.bench.VendingBench;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.KvittStack;
import dev.kvitt.local.stack.PrivateStack;
import dev.kvitt.local.stack.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description = "Sell on a private stack for a while; print sales/s and what a sale costs by process.")
final class BenchCommand implements Callable<Integer> {

    private static final int LONGEST = 3600;

    private final Site site;
    private final Progress progress;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long to measure, 5 to 3600 seconds; default ${DEFAULT-VALUE}.")
    private int seconds;

    BenchCommand(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        if (seconds < 5 || seconds > LONGEST) {
            throw new LauncherException("--seconds must be 5 to " + LONGEST + ".");
        }
        var definition = KvittStack.definition(VendingBench.MACHINES);
        var bench = new VendingBench(Duration.ofSeconds(seconds));
        return PrivateStack.run(site.home(), definition, JvmTuning.THROUGHPUT, false, progress, bench::run);
    }
}
