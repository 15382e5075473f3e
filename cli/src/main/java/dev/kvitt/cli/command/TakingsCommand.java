package dev.kvitt.cli.command;

import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what was taken. */
@Command(
        name = "takings",
        description = {"Show what each shop took, by day.", "Example: kvitt takings --shop coffee-1 --from 7d"})
public final class TakingsCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.of("day", "day"),
            Column.of("msn", "msn"),
            Column.prose("shop", "shop"),
            Column.number("sales", "sales"),
            Column.money("captured", "captured"),
            Column.money("refunded", "refunded"));

    @Option(names = "--msn", paramLabel = "MSN", description = "Only this sales unit.")
    private String msn;

    @Option(names = "--shop", paramLabel = "ID", description = "Only this shop.")
    private String shop;

    @Option(names = "--from", paramLabel = "TIME", description = "From the day of this time on: " + Moment.FORMS + ".")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "To the day of this time, which belongs to it.")
    private String to;

    /** The word in that session. */
    public TakingsCommand(Session session) {
        super(session);
    }

    @Override
    Call call(Session session) {
        return Call.get("takings")
                .with("msn", msn)
                .with("shop", shop)
                .with("from", Moment.day(from, session.clock()))
                .with("to", Moment.day(to, session.clock()));
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "Nothing was taken then.";
    }
}
