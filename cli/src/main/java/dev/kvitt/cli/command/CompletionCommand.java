package dev.kvitt.cli.command;

import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.text.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
        name = "completion",
        description = {
            "Print a script that completes words and options at the Tab key.",
            "Example: source <(./kvitt completion bash)"
        })
public final class CompletionCommand implements Callable<Integer> {

    /** Words that ./kvitt does itself; completed by name only. */
    public static final List<String> LAUNCHER =
            List.of("demo", "up", "status", "logs", "down", "compose", "bench", "test", "build", "jdk", "help");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh", description = "The shell: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    /** Shells that can complete; the script is one for both. */
    enum Shell {
        bash,
        zsh
    }

    /** The word on that terminal. */
    public CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine all = spec.root().commandLine();
        LAUNCHER.stream()
                .filter(word -> !all.getSubcommands().containsKey(word))
                .forEach(word -> all.addSubcommand(word, CommandSpec.create()));
        terminal.say("# For " + shell + ": source <(./kvitt completion " + shell + ")");
        terminal.out().print(AutoComplete.bash("kvitt", all));
        terminal.out().flush();
        return ExitCode.OK;
    }
}
