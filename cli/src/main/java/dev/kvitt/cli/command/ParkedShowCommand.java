package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
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
            return away(parked);
        }
        String reserved = Cell.money(parked, "reserved");
        terminal().say(Clean.line(sale.toString()) + (reserved.isEmpty() ? "" : ": " + reserved + " reserved"));
        parked.path("messages").forEach(this::show);
        int more = parked.path("waiting").asInt() - parked.path("messages").size();
        if (more > 0) {
            terminal().say("");
            terminal().say("And " + more + " more.");
        }
        return away(parked);
    }

    private void show(JsonNode message) {
        terminal().say("");
        terminal()
                .say(Cell.text(message, "service") + "  " + Cell.text(message, "topic") + " "
                        + Cell.text(message, "partition") + "/" + Cell.text(message, "offset") + "  "
                        + Cell.text(message, "type") + "  " + Cell.time(message, "parkedAt"));
        String id = Cell.text(message, "eventId");
        if (!id.isEmpty()) {
            terminal().say("  id: " + id);
        }
        terminal().say("  why: " + Cell.text(message, "reason"));
        message.path("headers").properties().forEach(header -> terminal()
                .say("  " + Clean.line(header.getKey()) + ": "
                        + Clean.line(header.getValue().asText())));
        String bytes = Cell.text(message, "valueBase64");
        terminal().say(bytes.isEmpty() ? value(message.path("value")) : "no text, in Base64: " + bytes);
    }

    private static String value(JsonNode value) {
        return Clean.lines(value.isTextual() ? value.asText() : Json.line(value));
    }

    private int away(JsonNode parked) {
        return Away.told(
                terminal(),
                parked.path("away").valueStream().map(JsonNode::asText).toList());
    }
}
