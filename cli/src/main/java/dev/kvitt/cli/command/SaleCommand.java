package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one sale. */
@Command(
        name = "sale",
        description = {
            "Show one sale: what happened in which order, its payments at Vipps, and where the money went.",
            "Example: kvitt sale 123456/till-1-000042"
        })
public final class SaleCommand extends Word {

    private static final Table PAYMENTS = Table.of(
            Column.of("reference", "reference"),
            Column.of("state", "state"),
            Column.money("authorized", "authorized"),
            Column.money("captured", "captured"),
            Column.money("cancelled", "cancelled"),
            Column.money("refunded", "refunded"),
            Column.time("created", "createdAt"),
            Column.time("capture until", "captureGuaranteedUntil"));

    private static final Table OPERATIONS = Table.of(
            Column.of("operation", "operationId"),
            Column.of("kind", "kind"),
            Column.money("amount", "amount"),
            Column.time("issued", "issuedAt"),
            Column.of("outcome", item -> Cell.text(item, "outcome").isEmpty() ? "open" : Cell.text(item, "outcome")),
            Column.of("code", "code"));

    private static final Table ENTRIES = Table.of(
            Column.time("at", "at"),
            Column.of("reference", "reference"),
            Column.of("account", "account"),
            Column.money("amount", "amount"));

    @Parameters(paramLabel = "MSN/SALEID", converter = SaleKey.Converter.class, description = "The sale.")
    private SaleKey sale;

    @Option(
            names = "--message",
            paramLabel = "ID",
            description = "Show this message of its timeline as it came (ids: --json or --ids).")
    private String message;

    @Option(names = "--ids", description = "Show the id, topic and trace of every message in the timeline.")
    private boolean ids;

    /** The word in that session. */
    public SaleCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (message != null) {
            printJson(api().ask(Call.get("sales", sale.msn(), sale.saleId(), "messages", message)));
            return ExitCode.OK;
        }
        JsonNode answer = api().ask(Call.get("sales", sale.msn(), sale.saleId()));
        if (!answer.path("sale").isObject()) {
            throw Failure.notUnderstood("there is no sale in it");
        }
        if (json()) {
            printJson(answer);
        } else {
            head(answer.path("sale"));
            part("Timeline", answer.path("timeline"), timeline());
            part("Payments at Vipps", answer.path("payments"), PAYMENTS);
            part("What was asked of Vipps", answer.path("operations"), OPERATIONS);
            part("Where the money went", answer.path("entries"), ENTRIES);
        }
        return ExitCode.OK;
    }

    private void head(JsonNode row) {
        terminal().say("Sale " + Clean.line(sale.toString()) + ": " + Cell.text(row, "phase"));
        say("shop", Cell.text(row, "shop"));
        say("till", Cell.text(row, "till"));
        say("asked for", Cell.money(row, "amount"));
        say("captured", Cell.money(row, "captured"));
        say("refunded", Cell.money(row, "refunded"));
        say("reserved", Cell.money(row, "reserved"));
        say("receipt", Cell.text(row, "receipt"));
        if (!Cell.text(row, "atRisk").isEmpty()) {
            terminal().say(terminal().coloured("bad", "  Money is at risk: " + Cell.text(row, "atRisk")));
        }
        if (row.path("parked").asBoolean(false)) {
            terminal()
                    .say(terminal()
                            .coloured("warn", "  It is parked: kvitt parked show " + Clean.line(sale.toString())));
        }
    }

    private void say(String name, String value) {
        if (!value.isEmpty()) {
            terminal().say("  %-10s %s".formatted(name, value));
        }
    }

    private void part(String title, JsonNode items, Table table) {
        if (!items.isEmpty()) {
            terminal().say("");
            terminal().say(title);
            table.lines(items.valueStream().toList(), terminal().columns()).forEach(terminal()::say);
        }
    }

    private Table timeline() {
        Column at = Column.time("at", "at");
        Column what = Column.prose("what", SaleCommand::what);
        Column amount = Column.money("amount", "amount");
        Column source = Column.of("from", "source");
        return ids
                ? Table.of(
                        at,
                        what,
                        amount,
                        source,
                        Column.of("topic", "topic"),
                        Column.of("id", "id"),
                        Column.of("trace", "traceId"))
                : Table.of(at, what, amount, source);
    }

    private static String what(JsonNode entry) {
        String mark =
                switch (entry.path("level").asText()) {
                    case "bad" -> "!! ";
                    case "warn" -> "! ";
                    default -> "";
                };
        String text = Cell.text(entry, "text");
        return mark + Cell.text(entry, "title") + (text.isEmpty() ? "" : ": " + text);
    }
}
