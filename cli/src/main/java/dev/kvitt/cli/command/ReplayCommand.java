package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Clean;
import dev.kvitt.cli.text.Json;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads topics again. */
@Command(
        name = "replay",
        description = {
            "Read the topics again from a time, into a service: first only to tell what was not applied, and that is all with"
                    + " --dry-run. Else, if there is any and you agree, exactly that is applied, which may lead to captures,"
                    + " cancels and refunds at Vipps; a program that has looked at it says: kvitt replay apply ID. What was"
                    + " applied is not applied twice. Exit code 3 where something is still not applied.",
            "The ledger is a pure function of its messages: replaying it is making it anew, whole and from the beginning,"
                    + " beside the live one, and then taking it live if nothing differs or you agree; with --dry-run only telling"
                    + " what differs.",
            "Example: kvitt replay payment-service --from 24h --dry-run"
        })
public final class ReplayCommand extends Word {

    private static final String LEDGER = "ledger";
    private static final List<String> SERVICES =
            List.of("checkin-service", "payment-service", "capture-service", "receipt-service");

    @Parameters(
            arity = "0..1",
            paramLabel = "ledger|SERVICE",
            description = "ledger, payment-service, capture-service, receipt-service or checkin-service.")
    private String target;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "From when on: " + Moment.FORMS + ". The ledger needs none.")
    private String from;

    @Option(names = "--msn", paramLabel = "MSN", description = "Only this sales unit.")
    private String msn;

    @Option(
            names = "--sale",
            paramLabel = "MSN/SALEID",
            converter = SaleKey.Converter.class,
            description = "Only this sale.")
    private SaleKey sale;

    @Option(names = "--dry-run", description = "Only tell what was not applied yet; change nothing.")
    private boolean dryRun;

    @Option(names = "--rate", paramLabel = "N", description = "Messages applied in a second at most.")
    private Integer rate;

    @Mixin
    private Reason reason;

    /** The word in that session. */
    public ReplayCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (LEDGER.equals(target)) {
            return ledger();
        }
        if (target == null || from == null) {
            throw Failure.usage(
                    "Say what is replayed and from when, for example: kvitt replay payment-service --from 24h --dry-run");
        }
        if (!SERVICES.contains(target)) {
            throw Failure.usage(
                    "\"" + Clean.line(target) + "\" is nothing that reads topics again: say ledger, or one of "
                            + String.join(", ", SERVICES) + ".");
        }
        if (msn != null && sale != null && !msn.equals(sale.msn())) {
            throw Failure.usage("--msn and --sale name two sales units.");
        }
        String why = dryRun ? "dry run" : reason.required();
        Api api = api();
        ReplayWatch watch = new ReplayWatch(this, api);
        JsonNode shown = watch.untilOver(Cell.text(api.ask(Call.post(wish(why), "replays")), "id"));
        if (dryRun || !ReplayWatch.shows(shown)) {
            return watch.tell(shown);
        }
        return agreed(shown) ? watch.applied(Cell.text(shown, "id"), why) : watch.tell(shown);
    }

    private boolean agreed(JsonNode shown) {
        return terminal()
                .agrees(ReplayWatch.sentence(shown) + "\nApply them? What was never carried out is carried out now,"
                        + " also captures, cancels and refunds at Vipps.");
    }

    private int ledger() {
        if (msn != null || sale != null || rate != null) {
            throw Failure.usage("The ledger is made anew as a whole and as fast as it can be read: leave --msn, --sale"
                    + " and --rate out. kvitt sale MSN/SALEID shows one sale.");
        }
        if (Moment.of(from, session().clock()) != null) {
            terminal().note("The ledger is always made anew from the beginning of the topics; --from changes nothing.");
        }
        return new LedgerReplay(this, api()).of(dryRun, dryRun ? "dry run" : reason.required());
    }

    /** Of a dry run: what is applied is what one has shown. */
    private ObjectNode wish(String why) {
        Instant moment = Moment.of(from, session().clock());
        ObjectNode wish = Json.object()
                .put("target", target)
                .put("from", moment.toString())
                .put("dryRun", true);
        wish.put("reason", why);
        if (sale != null) {
            wish.put("msn", sale.msn()).put("saleId", sale.saleId());
        } else if (msn != null) {
            wish.put("msn", msn);
        }
        if (rate != null) {
            wish.put("rate", rate);
        }
        return wish;
    }
}
