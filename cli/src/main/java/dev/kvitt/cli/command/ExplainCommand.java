package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes down why a difference is none. */
@Command(
        name = "explain",
        description = {
            "Write down why a finding needs nothing more; it is no longer open then. Moves no money.",
            "Example: kvitt findings explain 42 --reason \"refunded in the portal, agreed with the shop\""
        })
public final class ExplainCommand extends Word {

    @Parameters(paramLabel = "ID", description = "The finding, as kvitt findings names it.")
    private String id;

    @Mixin
    private Reason reason;

    /** The word in that session. */
    public ExplainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        JsonNode answer = api().ask(Call.post(reason.body(), "findings", id, "explanation"));
        if (json()) {
            printJson(answer);
        } else {
            terminal().say("Finding " + Clean.line(id) + " is explained.");
        }
        return ExitCode.OK;
    }
}
