package dev.kvitt.cli.command;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;

/** Shows messages nobody could read. */
@Command(
        name = "quarantine",
        description = {"Show messages that no service could read, and why."})
public final class QuarantineCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.time("at", "at"),
            Column.of("service", "service"),
            Column.of("topic", "topic"),
            Column.number("partition", "partition"),
            Column.number("offset", "offset"),
            Column.prose("reason", "reason"));

    /** The word in that session. */
    public QuarantineCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("quarantine");
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "Nothing is quarantined.";
    }
}
