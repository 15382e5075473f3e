package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** The exit code: 3 where the ledgers differ, whichever is live now. */
    int of(boolean dryRun, String reason) {
        ObjectNode body = Json.object().put("reason", reason);
        String id = api.ask(Call.post(body, "rebuilds")).path("id").asText();
        JsonNode made = RebuildCommand.watch(word, api, id);
        if (!dryRun) {
            return RebuildCommand.tell(word, RebuildCommand.swapped(word, api, body, made));
        }
        if (!RebuildCommand.compared(made)) {
            return RebuildCommand.tell(word, made);
        }
        int code = RebuildCommand.tell(word, api.ask(Call.post(body, "rebuilds", id, "give-up")));
        if (!word.json()) {
            word.terminal().say("The live ledger is as it was.");
        }
        return code;
    }
}
