package dev.kvitt.cli.command;

import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for sales. */
@Command(
        name = "sales",
        description = {"Look for sales, the newest first.", "Example: kvitt sales --shop coffee-1 --from 24h --min 49"})
public final class SalesCommand extends ListWord {

    private static final String PHASES =
            "seen, open, asked, reserved, captured, settled, released, cancelled, aborted, expired, failed, refused, uncollectable";

    static final Table TABLE = Table.of(
            Column.of("sale", item -> Cell.text(item, "msn") + "/" + Cell.text(item, "saleId")),
            Column.prose("shop", "shop"),
            Column.prose("till", "till"),
            Column.of("phase", "phase"),
            Column.money("asked for", "amount"),
            Column.money("captured", "captured"),
            Column.money("refunded", "refunded"),
            Column.money("reserved", "reserved"),
            Column.time("last", "lastAt"),
            Column.of("receipt", "receipt"),
            Column.of("parked", item -> Cell.flag(item, "parked")),
            Column.prose("at risk", "atRisk"));

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Sale id or Vipps' reference, or how one begins.")
    private String text;

    @Option(names = "--msn", paramLabel = "MSN", description = "Only this sales unit.")
    private String msn;

    @Option(names = "--shop", paramLabel = "ID", description = "Only this shop.")
    private String shop;

    @Option(names = "--till", paramLabel = "ID", description = "Only this till or machine.")
    private String till;

    @Option(names = "--phase", paramLabel = "PHASE", description = "Only those in this phase, one of: " + PHASES + ".")
    private String phase;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before: " + Moment.FORMS + ".")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
    private String to;

    @Option(names = "--min", paramLabel = "AMOUNT", description = "Of at least so much, for example 49 or 49.50.")
    private String min;

    @Option(names = "--max", paramLabel = "AMOUNT", description = "Of at most so much.")
    private String max;

    /** The word in that session. */
    public SalesCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        if (phase != null && !List.of(PHASES.split(", ", -1)).contains(phase)) {
            throw Failure.usage("\"" + phase + "\" is no phase: say one of " + PHASES + ".");
        }
        return Call.get("sales")
                .with("q", text)
                .with("msn", msn)
                .with("shop", shop)
                .with("till", till)
                .with("phase", phase)
                .with("from", Moment.of(from, session.clock()))
                .with("to", Moment.of(to, session.clock()))
                .with("min", Amount.minorUnits(min))
                .with("max", Amount.minorUnits(max));
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "No sale is like that.";
    }
}
