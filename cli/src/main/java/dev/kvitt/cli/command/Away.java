package dev.kvitt.cli.command;

import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Terminal;
import java.util.List;

/** Services behind operations-service that did not answer it: an answer without them is not the whole. */
final class Away {

    private Away() {}

    /** The exit code of a look, after having told which are missing. */
    static int told(Terminal terminal, List<String> away) {
        if (away.isEmpty()) {
            return ExitCode.OK;
        }
        terminal.note("Not the whole: " + Clean.line(String.join(", ", away))
                + " did not answer operations-service, and what is there is missing here. Ask again when it is up.");
        return ExitCode.NOT_REACHABLE;
    }
}
