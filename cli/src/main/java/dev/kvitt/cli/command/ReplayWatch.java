package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Json;
import java.util.stream.Collectors;

/** Looks at a replay until it is over, and tells how it ended. */
final class ReplayWatch {

    private final Word word;
    private final Api api;

    ReplayWatch(Word word, Api api) {
        this.word = word;
        this.api = api;
    }

    /** The exit code of one that was begun. */
    int of(String id) {
        return tell(untilOver(id));
    }

    /** Applies what that dry run has shown; the exit code. */
    int applied(String dryRun, String why) {
        JsonNode begun = api.ask(Call.post(Json.object().put("reason", why), "replays", dryRun, "apply"));
        return of(Cell.text(begun, "id"));
    }

    /** How it ended. */
    JsonNode untilOver(String id) {
        String afterwards =
                "Replay " + id + " goes on at the service. See: kvitt replay show " + id + "; stop: kvitt replay stop "
                        + id + "; later go on: kvitt replay resume " + id + " (each with --reason TEXT).";
        return new Watch(api, word.terminal(), "replaying", Call.get("replays", id), afterwards).untilOver();
    }

    /** Says what became of it; the exit code. */
    int tell(JsonNode over) {
        if (word.json()) {
            word.printJson(over);
        } else {
            word.terminal().say(sentence(over));
            if (shows(over)) {
                word.terminal()
                        .note("It is applied with: kvitt replay apply " + Cell.text(over, "id")
                                + " --reason TEXT, within a day.");
            }
        }
        return exitCode(over);
    }

    /** Whether it is a dry run that has found something. */
    static boolean shows(JsonNode replay) {
        return replay.path("state").asText().equals("done")
                && replay.path("dryRun").asBoolean(false)
                && replay.path("notApplied").path("events").asLong() > 0;
    }

    /** What became of it. */
    static String sentence(JsonNode replay) {
        String what = "Replay " + Cell.text(replay, "id") + " of " + Cell.text(replay, "target") + " is "
                + Cell.text(replay, "state") + ": " + Cell.number(replay, "read") + " messages read";
        JsonNode missing = replay.path("notApplied");
        if (replay.path("dryRun").asBoolean(false)) {
            return what + "; not applied yet: " + Cell.number(missing, "events") + " events of "
                    + Cell.number(missing, "sales") + " sales" + money(missing) + ". Nothing was changed."
                    + waited(replay);
        }
        return what + ", " + Cell.number(replay, "applied") + " of them had not been applied and are now."
                + (replay.path("state").asText().equals("failed") ? " " + Cell.text(replay, "why") : "")
                + waited(replay);
    }

    private static String waited(JsonNode replay) {
        return replay.hasNonNull("lastFailure")
                ? " It had to wait, last because of " + Cell.text(replay, "lastFailure") + " at "
                        + Cell.time(replay, "lastFailureAt") + "."
                : "";
    }

    private static String money(JsonNode missing) {
        String money = missing.path("money").valueStream().map(Cell::money).collect(Collectors.joining(", "));
        return money.isEmpty() ? "" : ", " + money;
    }

    /** 3 for a dry run that found something, 1 for a replay that did not come to its end. */
    static int exitCode(JsonNode replay) {
        return switch (replay.path("state").asText()) {
            case "done" -> shows(replay) ? ExitCode.DIFFERENT : ExitCode.OK;
            case "stopped", "failed" -> ExitCode.FAILED;
            default -> throw Failure.notUnderstood("the state of a replay");
        };
    }
}
