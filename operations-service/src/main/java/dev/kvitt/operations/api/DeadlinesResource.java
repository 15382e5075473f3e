package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.Windows;
import dev.kvitt.operations.store.Deadline;
import dev.kvitt.operations.store.Deadlines;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The deadline board: money that is reserved, sales that are paid and not told, goods that cannot be collected. */
@Path("/api/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class DeadlinesResource {

    private final Deadlines deadlines;
    private final Windows windows;
    private final InstantSource clock;

    DeadlinesResource(Deadlines deadlines, Windows windows, InstantSource clock) {
        this.deadlines = deadlines;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * The board as it is answered.
     *
     * @param next as in every list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Board(List<Item> items, String next, List<Total> totals) {}

    /**
     * One line.
     *
     * @param reserved what it is about: reserved, paid, or owed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String msn,
            String saleId,
            String reference,
            String shop,
            String till,
            Amount reserved,
            Instant captureGuaranteedUntil,
            Instant marketDeadline,
            String why,
            Instant since) {

        static Item of(Deadline deadline) {
            return new Item(
                    deadline.msn(),
                    deadline.saleId(),
                    deadline.reference(),
                    deadline.shop(),
                    deadline.till(),
                    amount(deadline.money(), deadline.currency()),
                    deadline.guaranteedUntil(),
                    deadline.marketDeadline(),
                    deadline.why(),
                    deadline.since());
        }
    }

    /** How much of a kind there is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(String why, long count, Amount money) {

        static Total of(Deadline.Total total) {
            return new Total(total.why(), total.count(), amount(total.money(), total.currency()));
        }
    }

    private static Amount amount(long value, String currency) {
        return currency == null ? null : new Amount(value, currency);
    }

    /** The nearest first. */
    @GET
    public Board board(@RestQuery String msn, @RestQuery Integer limit, @RestQuery String after) {
        var most = Asked.limit(limit);
        var found = deadlines.read(windows.all(), clock.instant(), Asked.text(msn), DeadlineCursors.of(after), most);
        var items = found.items().stream().limit(most).toList();
        var next = found.items().size() > most ? DeadlineCursors.text(items.getLast()) : null;
        return new Board(
                items.stream().map(Item::of).toList(),
                next,
                found.totals().stream().map(Total::of).toList());
    }
}
