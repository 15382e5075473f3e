package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Json;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes through Vipps' go-live checklist. */
@Command(
        name = "checklist",
        description = {
            "Go through Vipps' go-live checklist of a sales unit: what its sales of the last 30 days show, and what is left"
                    + " to do by hand. Exit code 3 when something is not met.",
            "Example: kvitt checklist 123456 --report > report.md"
        })
public final class ChecklistCommand extends Word {

    private static final Table CHECKS = Table.of(
            Column.of("check", "id"),
            Column.of("outcome", "outcome"),
            Column.prose("wanted", "requirement"),
            Column.prose("what was seen", "detail"),
            Column.prose("what to do", "todo"));

    @Parameters(arity = "0..1", paramLabel = "MSN", description = "The sales unit.")
    private String msn;

    @Option(names = "--show", paramLabel = "ID", description = "Show an earlier run instead.")
    private String shown;

    @Option(names = "--report", description = "Print the report to hand in (Markdown).")
    private boolean report;

    /** The word in that session. */
    public ChecklistCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if ((msn == null) == (shown == null)) {
            throw Failure.usage("Say a sales unit's MSN, or --show ID.");
        }
        Api api = api();
        String id = shown != null
                ? shown
                : api.ask(Call.post(Json.object().put("msn", msn), "checklists"))
                        .path("id")
                        .asText();
        Call look = Call.get("checklists", id);
        JsonNode over = new Watch(
                        api,
                        terminal(),
                        "checking",
                        look,
                        "The checks go on at the service. See: kvitt checklist --show " + Clean.line(id))
                .untilOver();
        show(api, look, over);
        return met(over) ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private void show(Api api, Call look, JsonNode over) {
        if (json()) {
            printJson(over);
        } else if (report) {
            terminal().out().print(Clean.lines(api.text(look, "text/markdown")));
            terminal().out().flush();
        } else {
            terminal().show(CHECKS, checks(over).valueStream().toList(), "It has no checks.");
            terminal().say(met(over) ? "Everything that can be seen is met." : "Not everything is met.");
        }
    }

    private static JsonNode checks(JsonNode run) {
        return run.path("items");
    }

    /** What a person has to look at is not against it: the report says so. */
    private static boolean met(JsonNode run) {
        return run.path("state").asText().equals("done")
                && !checks(run).isEmpty()
                && checks(run)
                        .valueStream()
                        .map(check -> check.path("outcome").asText())
                        .allMatch(outcome -> outcome.equals("met") || outcome.equals("by-hand"));
    }
}
