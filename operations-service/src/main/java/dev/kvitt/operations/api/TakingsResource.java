package dev.kvitt.operations.api;

import dev.kvitt.operations.store.Takings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.RestQuery;

/** What shops took, day by day. */
@Path("/api/takings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class TakingsResource {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final Takings takings;
    private final InstantSource clock;

    TakingsResource(Takings takings, InstantSource clock) {
        this.takings = takings;
        this.clock = clock;
    }

    /** One shop's day. */
    public record Day(
            LocalDate day, String msn, String shop, String currency, long sales, Amount captured, Amount refunded) {

        static Day of(Takings.Day day) {
            return new Day(
                    day.day(),
                    day.msn(),
                    day.shop(),
                    day.currency(),
                    day.sales(),
                    new Amount(day.captured(), day.currency()),
                    new Amount(day.refunded(), day.currency()));
        }
    }

    /** The last 30 days where nothing else is asked for; both days belong to it. */
    @GET
    public Page<Day> takings(
            @RestQuery String msn, @RestQuery String shop, @RestQuery String from, @RestQuery String to) {
        var last = Asked.day(
                "to", to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        var first = Asked.day("from", from, last.minusDays(DAYS));
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.badRequest(
                    "too-many-days", "At most " + MOST_DAYS + " days in all, and from is not after to.");
        }
        var days = takings.of(Asked.text(msn), Asked.text(shop), first, last);
        // A sum of what happens to fit would be taken for all.
        if (days.size() == Takings.MOST) {
            throw Problem.badRequest(
                    "too-many-rows",
                    "These are " + Takings.MOST
                            + " days of shops or more. Ask for fewer days, or for one shop at a time.");
        }
        return Page.of(days.stream().map(Day::of).toList());
    }
}
