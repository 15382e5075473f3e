package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.http.Items;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the ledgers. */
@Command(
        name = "reconcile",
        description = {
            "Compare Kvitt's ledger with Vipps' payments and the payouts; show what differs. Moves no money. Exit code 0"
                    + " when nothing is open, 3 when something is, 6 when nothing is but a part of Vipps' report could not be read.",
            "Example: kvitt reconcile --msn 123456 --from 7d"
        })
public final class ReconcileCommand extends Word {

    private static final int MOST = 100_000;

    @Option(names = "--msn", paramLabel = "MSN", description = "Only this sales unit.")
    private String msn;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before: " + Moment.FORMS + ".")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
    private String to;

    @Option(
            names = "--repair",
            description = "Say for each finding what could be asked of the services, and send it if you agree.")
    private boolean repair;

    @Option(names = "--yes", description = "Agree to every repair.")
    private boolean yes;

    @Mixin
    private Reason reason;

    /** The word in that session. */
    public ReconcileCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (yes && !repair) {
            throw Failure.usage("--yes belongs to --repair.");
        }
        String why = repair ? reason.required() : "";
        Api api = api();
        JsonNode over = run(api);
        Items open = api.items(Call.get("findings").with("state", "open").with("msn", msn), MOST);
        show(over, open);
        if (repair && !open.all().isEmpty()) {
            int sent = new Repair(api, terminal(), why, yes).of(open.all());
            terminal().note(sent + " of " + open.all().size() + " repairs were sent.");
        }
        if (!open.all().isEmpty()) {
            return ExitCode.DIFFERENT;
        }
        return behind(over).isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL_SEEN;
    }

    /** The lists of Vipps' report that were not read to their end. */
    private static List<JsonNode> behind(JsonNode over) {
        return over.path("report")
                .path("lists")
                .valueStream()
                .filter(list -> !list.path("complete").asBoolean())
                .toList();
    }

    private JsonNode run(Api api) {
        JsonNode started = api.ask(Call.post(wish(), "reconciliations"));
        String id = started.path("id").asText();
        JsonNode over = new Watch(
                        api,
                        terminal(),
                        "reconciling",
                        Call.get("reconciliations", id),
                        "The reconciliation goes on at the service; it moves no money. kvitt findings shows what it finds.")
                .untilOver();
        if (!over.path("state").asText().equals("done")) {
            throw new Failure(
                    ExitCode.FAILED,
                    "The reconciliation ended as " + Cell.text(over, "state") + ": " + Cell.text(over, "detail")
                            + "\nWhether the ledgers agree is not known. Findings of earlier ones stand: kvitt findings.");
        }
        return over;
    }

    private ObjectNode wish() {
        ObjectNode wish = Json.object();
        put(wish, "msn", msn);
        put(wish, "from", Moment.of(from, session().clock()));
        put(wish, "to", Moment.of(to, session().clock()));
        return wish;
    }

    private static void put(ObjectNode wish, String field, Object value) {
        if (value != null) {
            wish.put(field, value.toString());
        }
    }

    private void show(JsonNode over, Items open) {
        if (json()) {
            ObjectNode whole = Json.object();
            whole.set("reconciliation", over);
            whole.putArray("findings").addAll(open.all());
            printJson(whole);
            return;
        }
        JsonNode counts = over.path("findings");
        terminal()
                .say(Cell.number(over, "rows") + " rows compared; findings: " + Cell.number(counts, "open") + " open, "
                        + Cell.number(counts, "new") + " of them new, " + Cell.number(counts, "gone") + " gone.");
        List<JsonNode> behind = behind(over);
        terminal()
                .show(
                        FindingsCommand.TABLE,
                        open.all(),
                        behind.isEmpty() ? "Nothing differs." : "Nothing differs in what could be read.");
        for (JsonNode list : behind) {
            terminal().note(notRead(list));
        }
    }

    private static String notRead(JsonNode list) {
        String what = list.has("ledger")
                ? "list of " + list.path("list").asText() + " of ledger "
                        + list.path("ledger").asText()
                : "report; no ledger is listed";
        String until = list.has("readTo") ? "read to " + list.path("readTo").asText() : "never read to its end";
        return "Not judged: sales unit " + list.path("msn").asText() + ", " + what + " (" + until + ").";
    }
}
