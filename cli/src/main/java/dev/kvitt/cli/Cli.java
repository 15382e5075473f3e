package dev.kvitt.cli;

import dev.kvitt.cli.command.AuditCommand;
import dev.kvitt.cli.command.ChecklistCommand;
import dev.kvitt.cli.command.CompletionCommand;
import dev.kvitt.cli.command.DeadlinesCommand;
import dev.kvitt.cli.command.DecideCommand;
import dev.kvitt.cli.command.ExplainCommand;
import dev.kvitt.cli.command.FindingsCommand;
import dev.kvitt.cli.command.LagCommand;
import dev.kvitt.cli.command.MeCommand;
import dev.kvitt.cli.command.MerchantsCheckCommand;
import dev.kvitt.cli.command.MerchantsCommand;
import dev.kvitt.cli.command.ParkedCommand;
import dev.kvitt.cli.command.ParkedShowCommand;
import dev.kvitt.cli.command.QuarantineCommand;
import dev.kvitt.cli.command.RebuildCommand;
import dev.kvitt.cli.command.RebuildWords;
import dev.kvitt.cli.command.ReconcileCommand;
import dev.kvitt.cli.command.RegistrationsCommand;
import dev.kvitt.cli.command.ReplayCommand;
import dev.kvitt.cli.command.ReplayWords;
import dev.kvitt.cli.command.SaleCommand;
import dev.kvitt.cli.command.SalesCommand;
import dev.kvitt.cli.command.TakingsCommand;
import dev.kvitt.cli.command.UnparkCommand;
import dev.kvitt.cli.text.Clean;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The words of {@code ./kvitt} that ask operations-service. */
public final class Cli {

    private static final Map<String, String> EXIT_CODES = Map.of(
            "0", "done, and nothing is to be looked at",
            "1", "not done; the message says what is known",
            "2", "not understood; nothing was asked",
            "3", "done; there are differences, or something is not met",
            "4", "not allowed with this token",
            "5", "no answer",
            "6", "done, nothing differs in what could be seen; a part could not be looked at");

    private final Session session;
    private final CommandLine words;

    /** The words in that session. */
    public Cli(Session session) {
        this.session = session;
        words = new CommandLine(new Words())
                .addSubcommand(new SalesCommand(session))
                .addSubcommand(new SaleCommand(session))
                .addSubcommand(new TakingsCommand(session))
                .addSubcommand(new DeadlinesCommand(session))
                .addSubcommand(new ReconcileCommand(session))
                .addSubcommand(new CommandLine(new FindingsCommand(session)).addSubcommand(new ExplainCommand(session)))
                .addSubcommand(parked())
                .addSubcommand(new DecideCommand.Release(session))
                .addSubcommand(new DecideCommand.Ask(session))
                .addSubcommand(replay())
                .addSubcommand(rebuild())
                .addSubcommand(new QuarantineCommand(session))
                .addSubcommand(new RegistrationsCommand(session))
                .addSubcommand(new CommandLine(new MerchantsCommand(session))
                        .addSubcommand(new MerchantsCheckCommand(session)))
                .addSubcommand(new ChecklistCommand(session))
                .addSubcommand(new LagCommand(session))
                .addSubcommand(new AuditCommand(session))
                .addSubcommand(new MeCommand(session))
                .addSubcommand(new CompletionCommand(session.terminal()));
        words.setOut(new PrintWriter(session.terminal().out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(session.terminal().err(), true, StandardCharsets.UTF_8))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(session.terminal().coloured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(width())
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure))
                .setParameterExceptionHandler((wrong, arguments) -> notUnderstood(wrong));
        words.getSubcommands().values().forEach(Cli::describe);
    }

    private CommandLine parked() {
        return new CommandLine(new ParkedCommand(session))
                .addSubcommand(new ParkedShowCommand(session))
                .addSubcommand(new UnparkCommand(session))
                .addSubcommand(new DecideCommand.Skip(session));
    }

    private CommandLine replay() {
        return new CommandLine(new ReplayCommand(session))
                .addSubcommand(new ReplayWords.Show(session))
                .addSubcommand(new ReplayWords.Apply(session))
                .addSubcommand(new ReplayWords.Stop(session))
                .addSubcommand(new ReplayWords.Resume(session));
    }

    private CommandLine rebuild() {
        return new CommandLine(new RebuildCommand(session))
                .addSubcommand(new RebuildWords.All(session))
                .addSubcommand(new RebuildWords.Show(session))
                .addSubcommand(new RebuildWords.Swap(session))
                .addSubcommand(new RebuildWords.GiveUp(session));
    }

    /** What the help of every word has. */
    private static void describe(CommandLine word) {
        word.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("This text.")
                        .build());
        word.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("Exit codes:%n")
                .exitCodeList(new TreeMap<>(EXIT_CODES));
        word.getSubcommands().values().forEach(Cli::describe);
    }

    /** Every word, in the order of the help. */
    public List<String> words() {
        return List.copyOf(words.getSubcommands().keySet());
    }

    private int width() {
        int columns = session.terminal().columns();
        return columns == 0 ? 100 : Math.clamp(columns, 60, 140);
    }

    /** Does what the words say; returns one of {@link ExitCode}. */
    public int run(String... arguments) {
        return words.execute(arguments);
    }

    private int tell(Exception exception) {
        if (exception instanceof Failure failure) {
            session.terminal().note(failure.getMessage());
            return failure.exitCode();
        }
        exception.printStackTrace(session.terminal().err());
        session.terminal()
                .note("This is a fault of kvitt itself. Whether anything was done is not known: kvitt audit"
                        + " tells what was decided.");
        return ExitCode.FAILED;
    }

    private int notUnderstood(CommandLine.ParameterException wrong) {
        String message = wrong.getCause() instanceof Failure failure ? failure.getMessage() : wrong.getMessage();
        session.terminal().note(Clean.lines(message));
        session.terminal()
                .note("Nothing was asked of the service. "
                        + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help tells more.");
        return ExitCode.USAGE;
    }

    @Command(name = "kvitt", description = "What operators and finance ask of Kvitt.", synopsisSubcommandLabel = "WORD")
    private static final class Words {}
}
