package dev.kvitt.cli.command;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;

/** Shows what people decided. */
@Command(
        name = "audit",
        description = {"Show what people decided, when and why, the newest first."})
public final class AuditCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.time("at", "at"),
            Column.prose("who", "who"),
            Column.of("what", "what"),
            Column.of("sale", "key"),
            Column.prose("reason", "reason"),
            Column.prose("details", "details"));

    /** The word in that session. */
    public AuditCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("audit");
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "Nobody has decided anything yet.";
    }
}
