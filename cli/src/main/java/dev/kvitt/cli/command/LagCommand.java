package dev.kvitt.cli.command;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;

/** Shows who is behind. */
@Command(
        name = "lag",
        description = {"Show how many messages each service has still to read, and what waits in it to be sent or done."
        })
public final class LagCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.of("service", "service"),
            new Column("to read", item -> Cell.number(item.path("consumer"), "messages"), true, false),
            new Column("to send", item -> Cell.number(item.path("backlog"), "outbox"), true, false),
            new Column("oldest, s", item -> Cell.text(item.path("backlog"), "outboxAgeSeconds"), true, false),
            new Column("parked", item -> Cell.number(item.path("backlog"), "parked"), true, false),
            new Column("timers late", item -> Cell.number(item.path("backlog"), "timersOverdue"), true, false),
            new Column("tasks late", item -> Cell.number(item.path("backlog"), "tasksOverdue"), true, false));

    /** The word in that session. */
    public LagCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("lag");
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "No service is known.";
    }
}
