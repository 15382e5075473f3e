package dev.kvitt.local.command;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.LogFollower;
import dev.kvitt.local.process.LogTail;
import dev.kvitt.local.stack.DataFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show what the parts say.")
final class LogsCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final Site site;
    private final PrintStream out;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Only this one, for example payment-service.")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Lines of each log to begin with (default: 50).")
    private int lines;

    LogsCommand(Site site, PrintStream out) {
        this.site = site;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = chosen();
        List<LogFollower> followers = new ArrayList<>();
        for (Path file : files) {
            String prefix = files.size() == 1 ? "" : name(file) + " | ";
            followers.add(new LogFollower(file, line -> out.println(prefix + line)).fromEnd());
            LogTail.lines(file, lines).forEach(line -> out.println(prefix + line));
        }
        while (follow) {
            for (LogFollower follower : followers) {
                follower.catchUp();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return 0;
    }

    private List<Path> chosen() throws IOException {
        List<Path> all = all(site.currentDataFolder());
        if (all.isEmpty()) {
            throw new LauncherException("There are no logs yet: start the stack with ./kvitt up.");
        }
        if (service == null) {
            return all;
        }
        return all.stream()
                .filter(file -> name(file).equals(service))
                .findAny()
                .map(List::of)
                .orElseThrow(() -> new LauncherException("There is no log of " + service + ". There are: "
                        + all.stream().map(LogsCommand::name).collect(Collectors.joining(", "))));
    }

    private static List<Path> all(DataFolder data) throws IOException {
        if (!Files.isDirectory(data.logs())) {
            return List.of();
        }
        try (var files = Files.list(data.logs())) {
            return files.filter(file -> !name(file).endsWith(".previous"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".log".length());
    }
}
