package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what waits for one parked sale. */
@Command(
        name = "show",
        description = {
            "Show the messages that wait for a parked sale, as they came.",
            "Example: kvitt parked show 123456/till-1-000042"
        })
public final class ParkedShowCommand extends Word {

    @Parameters(paramLabel = "MSN/SALEID", converter = SaleKey.Converter.class, description = "The sale.")
    private SaleKey sale;

    /** The word in that session. */
    public ParkedShowCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        JsonNode parked = api().ask(Call.get("parked", sale.msn(), sale.saleId()));
        if (json()) {
            printJson(parked);
            return ExitCode.OK;
        }
        terminal().say(Clean.line(sale.toString()) + ": " + Cell.text(parked, "reason"));
        parked.path("messages").forEach(this::show);
        return ExitCode.OK;
    }

    private void show(JsonNode message) {
        terminal().say("");
        terminal()
                .say(Cell.text(message, "service") + "  " + Cell.text(message, "topic") + " "
                        + Cell.text(message, "partition") + "/" + Cell.text(message, "offset") + "  "
                        + Cell.text(message, "type") + "  " + Cell.time(message, "parkedAt"));
        terminal().say("  id: " + Cell.text(message, "id"));
        terminal().say("  why: " + Cell.text(message, "reason"));
        message.path("headers").properties().forEach(header -> terminal()
                .say("  " + Clean.line(header.getKey()) + ": "
                        + Clean.line(header.getValue().asText())));
        JsonNode body = message.path("body");
        terminal().say(Clean.lines(body.isTextual() ? body.asText() : Json.line(body)));
    }
}
