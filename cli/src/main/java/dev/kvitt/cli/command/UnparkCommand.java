package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.http.Items;
import dev.kvitt.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a service go on with parked sales. */
@Command(
        name = "unpark",
        description = {
            "Let the service go on with a parked sale, or with all that were parked for the same reason. What waits is"
                    + " tried again in its order; what fails again is parked again.",
            "Example: kvitt parked unpark 123456/till-1-000042 --reason \"fixed in release 1.4\""
        })
public final class UnparkCommand extends Word {

    private static final int MOST = 100_000;

    @Parameters(
            arity = "0..1",
            paramLabel = "MSN/SALEID",
            converter = SaleKey.Converter.class,
            description = "The sale.")
    private SaleKey sale;

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            description = "All sales that are parked for this reason, as kvitt parked shows it.")
    private String cause;

    @Option(names = "--yes", description = "Ask no more, however many they are.")
    private boolean yes;

    @Mixin
    private Reason reason;

    /** The word in that session. */
    public UnparkCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if ((sale == null) == (cause == null)) {
            throw Failure.usage("Say one sale as MSN/SALEID, or a --cause.");
        }
        String why = reason.required();
        Api api = api();
        if (sale != null) {
            return told(
                    api.ask(Call.post(reason.body(), "parked", sale.msn(), sale.saleId(), "unpark")),
                    "Asked for: " + Clean.line(sale.toString()) + " is unparked when its service has read it.");
        }
        return byCause(api, why);
    }

    private int byCause(Api api, String why) {
        long same = sales(api.items(Call.get("parked"), MOST));
        if (same == 0) {
            throw new Failure(
                    ExitCode.FAILED, "No sale is parked for that reason. Nothing was done. See kvitt parked.");
        }
        if (!yes && !terminal().agrees("Unpark " + same + " sales?")) {
            throw new Failure(
                    ExitCode.FAILED,
                    same + " sales are parked for that reason. Nothing was done: say" + " --yes to unpark them.");
        }
        var wish = reason.body().put("cause", cause).put("reason", why).put("expected", same);
        return told(
                api.ask(Call.post(wish, "parked", "unpark")),
                "Asked for: " + same + " sales are unparked when their services have read it.");
    }

    /** How many sales: one may be parked in several services for the same reason. */
    private long sales(Items parked) {
        if (Away.told(terminal(), parked.away()) != ExitCode.OK) {
            throw new Failure(
                    ExitCode.NOT_REACHABLE,
                    "How many sales are parked for that reason is not known. Nothing was done.");
        }
        return parked.all().stream()
                .filter(item -> item.path("reason").asText().equals(cause))
                .map(item ->
                        item.path("msn").asText() + "/" + item.path("saleId").asText())
                .distinct()
                .count();
    }

    private int told(JsonNode answer, String sentence) {
        if (json()) {
            printJson(answer);
        } else {
            terminal().say(sentence);
        }
        return ExitCode.OK;
    }
}
