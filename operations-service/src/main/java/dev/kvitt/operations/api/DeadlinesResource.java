package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.store.Deadline;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The deadline board: money that is reserved, sales that are paid and not told, goods that cannot be collected. */
@Path("/api/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class DeadlinesResource {

    private final DeadlineBoard board;

    DeadlinesResource(DeadlineBoard board) {
        this.board = board;
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
        var found = board.read(msn, limit, after);
        return new Board(
                found.items().stream().map(Item::of).toList(),
                found.next(),
                found.totals().stream().map(Total::of).toList());
    }
}
