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
import org.jboss.resteasy.reactive.RestQuery;

/** What shops took, day by day. */
@Path("/api/takings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class TakingsResource {

    private static final int DAYS = 30;

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

    /** The last 30 days where nothing else is asked for. */
    @GET
    public Page<Day> takings(
            @RestQuery String msn, @RestQuery String shop, @RestQuery String from, @RestQuery String to) {
        var last = Asked.day(
                "to", to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        var first = Asked.day("from", from, last.minusDays(DAYS));
        return Page.of(takings.of(Asked.text(msn), Asked.text(shop), first, last).stream()
                .map(Day::of)
                .toList());
    }
}
