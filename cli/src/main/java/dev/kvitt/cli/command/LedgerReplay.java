package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Json;

/** What a replay of the ledger is: a rebuild that takes the live one's place, or, as a dry run, is thrown away again. */
final class LedgerReplay {

    private final Word word;
    private final Api api;

    LedgerReplay(Word word, Api api) {
        this.word = word;
        this.api = api;
    }

    /** The exit code: 3 for a dry run that found a difference. */
    int of(boolean dryRun, String reason) {
        ObjectNode body = Json.object().put("reason", reason);
        String id = api.ask(Call.post(body, "rebuilds")).path("id").asText();
        JsonNode made = RebuildCommand.watch(word, api, id);
        if (!RebuildCommand.compared(made)) {
            return RebuildCommand.tell(word, made);
        }
        JsonNode over = api.ask(Call.post(body, "rebuilds", id, dryRun ? "give-up" : "swap"));
        int code = RebuildCommand.tell(word, over);
        if (!dryRun) {
            return ExitCode.OK;
        }
        if (!word.json()) {
            word.terminal().say("The live ledger is as it was.");
        }
        return code;
    }
}
