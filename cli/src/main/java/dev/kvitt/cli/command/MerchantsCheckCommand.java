package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.http.Items;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Json;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells which sales units can sell. */
@Command(
        name = "check",
        description = {
            "Prove at Vipps that the keys of each sales unit are taken and that somebody is told of its payments, and that its"
                    + " payments were in the currency of the registry. Changes nothing; exit code 3 when something is"
                    + " not so.",
            "Example: kvitt merchants check --msn 123456"
        })
public final class MerchantsCheckCommand extends Word {

    private static final int MOST = 100_000;

    private static final Table TABLE = Table.of(
            Column.of("msn", "msn"),
            Column.prose("name", "name"),
            Column.prose("token", "token"),
            Column.prose("webhooks", "webhooks"),
            Column.prose("currency", "currency"),
            Column.of("met", item -> Cell.flag(item, "met")));

    @Option(names = "--msn", paramLabel = "MSN", description = "Only this sales unit.")
    private String msn;

    /** The word in that session. */
    public MerchantsCheckCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Items checks = api().items(Call.get("merchants", "check").with("msn", msn), MOST);
        if (checks.all().isEmpty()) {
            throw new Failure(ExitCode.FAILED, "The registry has no such sales unit. Nothing was checked.");
        }
        if (json()) {
            ObjectNode whole = Json.object();
            whole.putArray("items").addAll(checks.all());
            printJson(whole);
        } else {
            terminal().show(TABLE, checks.all(), "");
        }
        return checks.all().stream().allMatch(MerchantsCheckCommand::met) ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static boolean met(JsonNode check) {
        return check.path("met").asBoolean(false);
    }
}
