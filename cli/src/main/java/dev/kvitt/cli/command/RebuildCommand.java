package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the ledger anew. */
@Command(
        name = "rebuild",
        description = {
            "Make the ledger anew from the topics, beside the live one; show what differs; exit code 3 if anything does."
                    + " Takes its place only when told: with --swap, or kvitt rebuild swap ID.",
            "Example: kvitt rebuild --reason \"monthly\""
        })
public final class RebuildCommand extends Word {

    @Option(names = "--swap", description = "Take the new one live if nothing differs, or if you agree when asked.")
    private boolean swap;

    @Mixin
    private Reason reason;

    /** The word in that session. */
    public RebuildCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        var body = reason.body();
        Api api = api();
        String id = api.ask(Call.post(body, "rebuilds")).path("id").asText();
        JsonNode over = watch(this, api, id);
        boolean differs = differs(over);
        if (swap && (!differs || terminal().agrees(sentence(over) + "\nTake the new ledger live?"))) {
            over = api.ask(Call.post(body, "rebuilds", id, "swap"));
        }
        if (json()) {
            printJson(over);
        } else {
            terminal().say(sentence(over));
        }
        return differs ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    /** Waits for a rebuild; fails if it did. */
    static JsonNode watch(Word word, Api api, String id) {
        String named = Clean.line(id);
        JsonNode over = new Watch(
                        api,
                        word.terminal(),
                        "rebuilding",
                        Call.get("rebuilds", id),
                        "Rebuild " + named
                                + " goes on at the service; the live ledger is as it was. See: kvitt rebuild show "
                                + named + "; stop: kvitt rebuild give-up " + named + " --reason TEXT.")
                .untilOver();
        if (over.path("state").asText().equals("failed")) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Rebuild " + named + " failed: " + Cell.text(over, "detail") + "\nThe live ledger is as it was.");
        }
        return over;
    }

    static boolean differs(JsonNode rebuild) {
        JsonNode differences = rebuild.path("differences");
        return differences.path("sales").asLong() > 0
                || !differences.path("money").isEmpty();
    }

    /** What became of it. */
    static String sentence(JsonNode rebuild) {
        JsonNode differences = rebuild.path("differences");
        String money = differences.path("money").valueStream().map(Cell::money).collect(Collectors.joining(", "));
        String what = "Rebuild " + Cell.text(rebuild, "id") + " is " + Cell.text(rebuild, "state") + ": "
                + Cell.number(rebuild, "read") + " messages, " + Cell.number(rebuild, "sales") + " sales; ";
        return what
                + (differs(rebuild)
                        ? Cell.number(differences, "sales") + " sales differ from the live ledger"
                                + (money.isEmpty() ? "." : ", by " + money + ".")
                        : "no sale differs from the live ledger.");
    }
}
