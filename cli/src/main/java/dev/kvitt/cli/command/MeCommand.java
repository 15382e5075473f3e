package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import picocli.CommandLine.Command;

/** Tells who asks. */
@Command(
        name = "me",
        description = {"Tell whom the service takes you for, and what you may do."})
public final class MeCommand extends Word {

    /** The word in that session. */
    public MeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        JsonNode me = api().ask(Call.get("me"));
        if (json()) {
            printJson(me);
        } else {
            String roles = Cell.list(me, "roles");
            terminal().say(Cell.text(me, "name") + (roles.isEmpty() ? ": no role" : ": " + roles));
        }
        return ExitCode.OK;
    }
}
