package dev.kvitt.cli.command;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;

/** Shows sales for which a service decides nothing until a person looked. */
@Command(
        name = "parked",
        description = {
            "Show sales for which a service decides nothing until a person looked: why, and what waits behind.",
            "Example: kvitt parked"
        })
public final class ParkedCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.of("sale", item -> Cell.text(item, "msn") + "/" + Cell.text(item, "saleId")),
            Column.of("service", "service"),
            Column.time("since", "since"),
            Column.number("waiting", "waiting"),
            Column.money("reserved", "reserved"),
            Column.prose("reason", "reason"));

    /** The word in that session. */
    public ParkedCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("parked");
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "Nothing is parked.";
    }
}
