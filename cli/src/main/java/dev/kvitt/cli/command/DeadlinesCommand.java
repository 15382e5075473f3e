package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what is reserved and will not be for ever. */
@Command(
        name = "deadlines",
        description = {
            "Show money that is reserved and by when it must be captured or released, the nearest first; sales that"
                    + " are paid and whose till does not know; and what was delivered and cannot be collected.",
            "Example: kvitt deadlines --msn 123456"
        })
public final class DeadlinesCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.of("sale", item -> Cell.text(item, "msn") + "/" + Cell.text(item, "saleId")),
            Column.prose("shop", "shop"),
            Column.prose("till", "till"),
            Column.of("why", "why"),
            Column.money("reserved", "reserved"),
            Column.time("since", "since"),
            Column.time("capture until", "captureGuaranteedUntil"),
            Column.time("market's end", "marketDeadline"));

    private static final Table TOTALS =
            Table.of(Column.of("why", "why"), Column.number("sales", "count"), Column.money("money", "money"));

    @Option(names = "--msn", paramLabel = "MSN", description = "Only this sales unit.")
    private String msn;

    /** The word in that session. */
    public DeadlinesCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("deadlines").with("msn", msn);
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "Nothing that Kvitt asked for is reserved, and every till was told what was paid.";
    }

    @Override
    void below(JsonNode lastPage) {
        if (!lastPage.path("totals").isEmpty()) {
            terminal().say("");
            TOTALS.lines(
                            lastPage.path("totals").valueStream().toList(),
                            terminal().columns())
                    .forEach(terminal()::say);
        }
    }
}
