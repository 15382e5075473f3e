package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return tell(this, swap ? swapped(this, api, body, over) : over);
    }

    /** Takes it live, but for differences that nobody there agrees to. */
    static JsonNode swapped(Word word, Api api, ObjectNode reason, JsonNode over) {
        if (!compared(over)
                || (differs(over) && !word.terminal().agrees(sentence(over) + "\nTake the new ledger live?"))) {
            return over;
        }
        return api.ask(Call.post(reason, "rebuilds", Cell.text(over, "id"), "swap"));
    }

    /** Says what became of it; the exit code. */
    static int tell(Word word, JsonNode over) {
        if (word.json()) {
            word.printJson(over);
        } else {
            word.terminal().say(sentence(over));
            next(word, over);
        }
        if (!compared(over)) {
            return ExitCode.FAILED;
        }
        return differs(over) ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    private static void next(Word word, JsonNode over) {
        if (over.path("state").asText().equals("ready")) {
            String id = Cell.text(over, "id");
            word.terminal()
                    .note("It stays beside the live ledger until you take it live: kvitt rebuild swap " + id
                            + ", or throw it away: kvitt rebuild give-up " + id + " (each with --reason TEXT).");
        }
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
                    "Rebuild " + named + " failed: " + Cell.text(over, "failure") + "\nThe live ledger is as it was.");
        }
        return over;
    }

    /** False for one that somebody has given up before it was whole. */
    static boolean compared(JsonNode rebuild) {
        return rebuild.path("differences").isObject();
    }

    static boolean differs(JsonNode rebuild) {
        JsonNode differences = rebuild.path("differences");
        return differences.path("sales").asLong() > 0
                || !differences.path("money").isEmpty();
    }

    /** What became of it. */
    static String sentence(JsonNode rebuild) {
        return "Rebuild " + Cell.text(rebuild, "id") + " is " + Cell.text(rebuild, "state") + ": "
                + Cell.number(rebuild, "read") + " messages, " + Cell.number(rebuild, "sales") + " sales; "
                + difference(rebuild);
    }

    private static String difference(JsonNode rebuild) {
        if (!compared(rebuild)) {
            return "it was not compared with the live ledger.";
        }
        if (!differs(rebuild)) {
            return "no sale differs from the live ledger.";
        }
        JsonNode differences = rebuild.path("differences");
        String money = differences
                .path("money")
                .valueStream()
                .flatMap(RebuildCommand::money)
                .collect(Collectors.joining(", "));
        return Cell.number(differences, "sales") + " sales differ from the live ledger"
                + (money.isEmpty() ? ", in no sum of money." : "; the new one has: " + money + ".");
    }

    /** Of one currency; what the new ledger has less stands there with a minus. What is apart may add up to nothing. */
    private static Stream<String> money(JsonNode difference) {
        var sums = Stream.of("captured", "refunded", "released")
                .filter(sum -> difference.path(sum).asLong() != 0)
                .map(sum -> money(difference, sum) + (difference.path(sum).asLong() > 0 ? " more " : " ") + sum);
        var apart = Stream.of("apart")
                .filter(sum -> difference.path(sum).asLong() != 0)
                .map(sum -> money(difference, sum) + " elsewhere than in the live one");
        return Stream.concat(sums, apart);
    }

    private static String money(JsonNode difference, String sum) {
        return Cell.money(Json.object()
                .put("value", difference.path(sum).asLong())
                .put("currency", difference.path("currency").asText()));
    }
}
