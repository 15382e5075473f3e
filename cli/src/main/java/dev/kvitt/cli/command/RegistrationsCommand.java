package dev.kvitt.cli.command;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which webhooks Vipps has. */
@Command(
        name = "registrations",
        description = {"Show the webhooks that are registered at Vipps, asked of Vipps now."})
public final class RegistrationsCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.of("msn", "msn"),
            Column.of("id", "id"),
            Column.prose("address", "url"),
            Column.prose("problem", "problem"),
            Column.prose("events", item -> Cell.list(item, "events")));

    @Option(names = "--msn", paramLabel = "MSN", description = "Only of this sales unit.")
    private String msn;

    /** The word in that session. */
    public RegistrationsCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("registrations").with("msn", msn);
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "The registry names no sales unit.";
    }
}
