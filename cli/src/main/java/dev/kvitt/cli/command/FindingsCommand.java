package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows differences between the ledgers. */
@Command(
        name = "findings",
        description = {
            "Show differences between Kvitt's ledger, Vipps' payments and the payouts, and what to do about them.",
            "Example: kvitt findings --kind foreign-payment"
        })
public final class FindingsCommand extends ListWord {

    static final Table TABLE = Table.of(
            Column.of("id", "id"),
            Column.of("kind", "kind"),
            Column.of("sale", FindingsCommand::about),
            Column.money("expected", "expected"),
            Column.money("found", "found"),
            Column.money("amount", "amount"),
            Column.time("since", "since"),
            Column.of("state", "state"),
            Column.prose("what it means", "meaning"),
            Column.prose("what to do", "todo"),
            Column.prose("explained by", "explainedBy"),
            Column.prose("why", "explanation"));

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "open",
            description = "open, explained or gone; default ${DEFAULT-VALUE}.")
    private String state;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only of this kind.")
    private String kind;

    @Option(names = "--msn", paramLabel = "MSN", description = "Only of this sales unit.")
    private String msn;

    @Option(names = "--csv", description = "All of them as a table for a spreadsheet.")
    private boolean csv;

    /** The word in that session. */
    public FindingsCommand(Session session) {
        super(session);
    }

    private static String about(JsonNode finding) {
        String sale = Cell.text(finding, "saleId");
        String of = sale.isEmpty() ? Cell.text(finding, "reference") : sale;
        return Cell.text(finding, "msn") + (of.isEmpty() ? "" : "/" + of);
    }

    @Override
    public Integer call() {
        if (!csv) {
            return super.call();
        }
        terminal().out().print(Clean.lines(api().text(call(session()), "text/csv")));
        terminal().out().flush();
        return ExitCode.OK;
    }

    @Override
    Call call(Session session) {
        return Call.get("findings").with("state", state).with("kind", kind).with("msn", msn);
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "No finding is " + Clean.line(state) + ".";
    }
}
