package dev.kvitt.local.command;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.QuietLogging;
import dev.kvitt.local.demo.DemoFlows;
import dev.kvitt.local.stack.Progress;
import java.io.PrintStream;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The words of {@code ./kvitt} that need the stack. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("This text.")
            .build();

    private final CommandLine commands;

    /**
     * A launcher of that stack.
     *
     * @param flows what a demo shows
     */
    public Launcher(Site site, DemoFlows flows, PrintStream out, Clock clock) {
        Progress progress = new Progress(out, clock);
        commands = new CommandLine(new Words())
                .addSubcommand(new UpCommand(site, progress))
                .addSubcommand(new DownCommand(site, progress))
                .addSubcommand(new StatusCommand(site, out))
                .addSubcommand(new LogsCommand(site, out))
                .addSubcommand(new DemoCommand(site, progress, flows))
                .addSubcommand(new BenchCommand(site, progress))
                .addSubcommand(new ComposeCommand(site, progress))
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command));
        commands.getSubcommands().values().forEach(word -> word.getCommandSpec().addOption(HELP));
    }

    /** Does what the words say; returns the exit code: 0 well, 1 failed, 2 not understood, 3 not ready. */
    public int run(String... words) {
        QuietLogging.configure();
        return commands.execute(words);
    }

    private static int tell(Exception failure, CommandLine command) {
        if (failure instanceof LauncherException told) {
            command.getErr().println(told.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }

    @Command(
            name = "./kvitt",
            description = "Vipps MobilePay payments in physical places, on this machine.",
            synopsisSubcommandLabel = "WORD")
    private static final class Words {}
}
