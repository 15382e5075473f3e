package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows who sells. */
@Command(
        name = "merchants",
        description = {"Show the sales units of the registry, their shops and tills, and what is switched off."})
public final class MerchantsCommand extends ListWord {

    private static final Table TABLE = Table.of(
            Column.of("msn", "msn"),
            Column.prose("merchant", "merchant"),
            Column.prose("name", "name"),
            Column.of("market", "market"),
            Column.of("currency", "currency"),
            Column.of("off", item -> Cell.flag(item, "off")),
            Column.prose("shops", MerchantsCommand::shops));

    /** The word in that session. */
    public MerchantsCommand(Session session) {
        super(session);
    }

    private static String shops(JsonNode unit) {
        return unit.path("shops").valueStream().map(MerchantsCommand::shop).collect(Collectors.joining("; "));
    }

    private static String shop(JsonNode shop) {
        String tills =
                shop.path("tills").valueStream().map(MerchantsCommand::named).collect(Collectors.joining(", "));
        return named(shop) + (tills.isEmpty() ? "" : ": " + tills);
    }

    private static String named(JsonNode item) {
        return Cell.text(item, "id") + (item.path("off").asBoolean(false) ? " (off)" : "");
    }

    @Override
    Call call(Session session) {
        return Call.get("merchants");
    }

    @Override
    Table table() {
        return TABLE;
    }

    @Override
    String none() {
        return "The registry names no sales unit.";
    }
}
