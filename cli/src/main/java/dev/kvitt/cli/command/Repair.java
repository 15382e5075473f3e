package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Json;
import dev.kvitt.cli.text.Terminal;
import java.util.List;

/** Goes through findings, says what could be asked of the services about each, and asks for it where a person agrees. */
final class Repair {

    private final Api api;
    private final Terminal terminal;
    private final String reason;
    private final boolean agreed;

    /**
     * A round of repairs.
     *
     * @param reason recorded with each
     * @param agreed whether nobody is asked
     */
    Repair(Api api, Terminal terminal, String reason, boolean agreed) {
        this.api = api;
        this.terminal = terminal;
        this.reason = reason;
        this.agreed = agreed;
    }

    /** How many were sent. A finding that the service cannot repair is told, and the next one is looked at. */
    int of(List<JsonNode> findings) {
        int sent = 0;
        for (JsonNode finding : findings) {
            try {
                sent += one(finding) ? 1 : 0;
            } catch (Failure failure) {
                if (failure.exitCode() != ExitCode.FAILED) {
                    throw failure;
                }
                terminal.note("Finding " + Cell.text(finding, "id") + ": " + failure.getMessage());
            }
        }
        return sent;
    }

    private boolean one(JsonNode finding) {
        String id = finding.path("id").asText();
        JsonNode would = post(Json.object().put("confirm", false), id).path("would");
        String command = Cell.text(would, "command");
        terminal.note(
                "Finding " + Clean.line(id) + ", " + Cell.text(finding, "kind") + ": " + Cell.text(finding, "todo"));
        terminal.note("  would send: " + command + " for " + Cell.text(would, "msn") + "/" + Cell.text(would, "saleId")
                + ". " + Cell.text(would, "effect"));
        if (!agreed && !terminal.agrees("  Send it?")) {
            terminal.note("  Nothing was sent.");
            return false;
        }
        post(Json.object().put("confirm", true).put("command", command), id);
        terminal.note("  Sent. What becomes of it stands in the sale's timeline; the next reconciliation tells.");
        return true;
    }

    /** What was agreed to goes along: where the sale has gone on and another command is proposed, nothing is sent. */
    private JsonNode post(ObjectNode wish, String id) {
        ObjectNode whole = Json.object().put("reason", reason).setAll(wish);
        return api.ask(Call.post(whole, "findings", id, "repair"));
    }
}
