package dev.kvitt.local.command;

import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.PrivateFolders;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stop everything, also what a killed launcher left behind.")
final class DownCommand implements Callable<Integer> {

    private final Site site;
    private final Progress progress;

    @Option(names = "--wipe", description = "Delete the data folder too: databases, topics, payments, keys, logs.")
    private boolean wipe;

    DownCommand(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        boolean found = stop(site.dataFolder());
        for (DataFolder folder : PrivateFolders.withoutLauncher(site.home())) {
            found |= stop(folder);
            folder.delete();
        }
        if (!found) {
            progress.say("nothing is running");
        }
        if (wipe && site.dataFolder().exists()) {
            site.dataFolder().delete();
            progress.say("deleted " + site.dataFolder().root());
        }
        return 0;
    }

    private boolean stop(DataFolder folder) {
        var ended = Shutdown.of(folder);
        if (!ended.isEmpty()) {
            progress.say("stopped " + String.join(", ", ended));
        }
        return !ended.isEmpty();
    }
}
