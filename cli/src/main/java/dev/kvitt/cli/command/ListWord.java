package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.http.Items;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Option;

/** A word that shows a list. */
abstract class ListWord extends Word {

    private static final int MOST = 100_000;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most, 1 to 100000; default ${DEFAULT-VALUE}.")
    private int limit;

    ListWord(Session session) {
        super(session);
    }

    abstract Call call(Session session);

    abstract Table table();

    /** What is said where the list is empty. */
    abstract String none();

    /** What is said below the list, for example sums. */
    void below(JsonNode lastPage) {}

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw Failure.usage("--limit must be 1 to " + MOST + ".");
        }
        Items items = api().items(call(session()), limit);
        if (json()) {
            printJson(whole(items));
            return Away.told(terminal(), items.away());
        }
        if (!items.all().isEmpty() || items.away().isEmpty()) {
            terminal().show(table(), items.all(), none());
        }
        below(items.lastPage());
        if (items.more()) {
            terminal().note("There are more than these " + items.all().size() + ": say --limit N, or ask for less.");
        }
        return Away.told(terminal(), items.away());
    }

    private static ObjectNode whole(Items items) {
        ObjectNode whole = items.lastPage().deepCopy();
        whole.remove("next");
        whole.putArray("items").addAll(items.all());
        if (!items.away().isEmpty()) {
            items.away().forEach(whole.putArray("away")::add);
        }
        return whole.put("more", items.more());
    }
}
