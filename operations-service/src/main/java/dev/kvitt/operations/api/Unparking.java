package dev.kvitt.operations.api;

import dev.kvitt.events.UnparkSale;
import dev.kvitt.operations.services.ParkedSales;
import dev.kvitt.operations.services.ParkedSales.Parked;
import dev.kvitt.operations.services.SaleKey;
import dev.kvitt.operations.store.Decisions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has parked sales go on, for programs and people alike: said as commands and written down with who and why. Whether they do, their services say. */
@Singleton
public class Unparking {

    private static final String WHAT = "unpark";

    private final ParkedSales parked;
    private final Decisions decisions;

    Unparking(ParkedSales parked, Decisions decisions) {
        this.parked = parked;
        this.decisions = decisions;
    }

    /**
     * Whether or not a service is away: each reads the command when it is there again.
     *
     * @throws Problem when it is no sale, or the reason is none
     */
    public void one(String msn, String saleId, String who, String reason) {
        var sale = new SaleKey(Decider.msn(msn), Decider.saleId(saleId));
        decisions.say(who, WHAT, List.of(command(sale, who, Decider.why(reason))), Map.of());
    }

    /**
     * Only those that the person saw.
     *
     * @param expected how many sales the person saw
     * @return how many were told to go on
     * @throws Problem with nothing done: when there are more or fewer by now, or a service is away
     */
    public int all(String cause, Integer expected, String who, String reason) {
        if (cause == null || expected == null) {
            throw Problem.badRequest("bad-request", "cause and expected must be given.");
        }
        var why = Decider.why(reason);
        var found = parked.of(cause);
        if (!found.away().isEmpty()) {
            throw Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "services-away",
                    "Not all services can be asked: " + String.join(", ", found.away()) + ". Nothing was done.");
        }
        var keys = found.items().stream().map(Parked::key).distinct().toList();
        if (keys.size() != expected) {
            throw Problem.conflict(
                    "others-by-now",
                    keys.size() + " sales are parked for this cause by now. Look again; nothing was done.");
        }
        // What is parked under the key of a code is no sale, and no command names it.
        var commands = keys.stream()
                .map(SaleKey::of)
                .flatMap(Optional::stream)
                .map(sale -> command(sale, who, why))
                .toList();
        if (commands.isEmpty()) {
            throw Problem.conflict(
                    "no-sales",
                    "Nothing that is parked for this cause is a sale: it stands under codes, and no command has it tried again."
                            + " Nothing was done.");
        }
        decisions.say(who, WHAT, commands, Map.of("cause", cause));
        return commands.size();
    }

    private static UnparkSale command(SaleKey sale, String who, String why) {
        return new UnparkSale(sale.msn(), sale.saleId(), who, why);
    }
}
