package dev.kvitt.operations.api;

import dev.kvitt.operations.store.SaleQuery;
import dev.kvitt.operations.store.SaleRow;
import dev.kvitt.operations.store.Sales;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Sales: found by what a person knows of them, and each with its whole history. */
@Path("/api/sales")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class SalesResource {

    private final Sales sales;

    SalesResource(Sales sales) {
        this.sales = sales;
    }

    @GET
    public Page<SaleItem> search(
            @RestQuery String q,
            @RestQuery String msn,
            @RestQuery String shop,
            @RestQuery String till,
            @RestQuery String phase,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery Long min,
            @RestQuery Long max,
            @RestQuery Integer limit,
            @RestQuery String after) {
        var size = Asked.limit(limit);
        var found = sales.search(new SaleQuery(
                Asked.text(q),
                Asked.text(msn),
                Asked.text(shop),
                Asked.text(till),
                Asked.phase(phase),
                Asked.time("from", from),
                Asked.time("to", to),
                min,
                max,
                size + 1,
                Cursors.of(after)));
        var page = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                page.stream().map(SaleItem::of).toList(), found.size() > size ? Cursors.text(end(page)) : null);
    }

    private static SaleQuery.Cursor end(List<SaleRow> page) {
        var last = page.getLast().sale();
        return new SaleQuery.Cursor(last.lastAt(), last.key());
    }

    @GET
    @Path("{msn}/{saleId}")
    public SaleAnswer sale(@PathParam("msn") String msn, @PathParam("saleId") String saleId) {
        return sales.find(key(msn, saleId)).map(SaleAnswer::of).orElseThrow(SalesResource::noSale);
    }

    @GET
    @Path("{msn}/{saleId}/messages/{id}")
    public MessageAnswer message(
            @PathParam("msn") String msn, @PathParam("saleId") String saleId, @PathParam("id") String id) {
        var colon = id.indexOf(':');
        if (!isText(id)) {
            throw noMessage();
        }
        try {
            return sales.message(
                            key(msn, saleId),
                            id.substring(0, Math.max(colon, 0)),
                            UUID.fromString(id.substring(colon + 1)))
                    .map(MessageAnswer::of)
                    .orElseThrow(SalesResource::noMessage);
        } catch (IllegalArgumentException e) {
            throw noMessage();
        }
    }

    /** What no row can hold, the database does not take as a question either. */
    private static String key(String msn, String saleId) {
        var key = msn + "/" + saleId;
        if (!isText(key)) {
            throw noSale();
        }
        return key;
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private static Problem noSale() {
        return Problem.notFound(
                "no-such-sale",
                "The ledger has no sale of this sales unit and id. If it was made just now, ask again in a few"
                        + " seconds.");
    }

    private static Problem noMessage() {
        return Problem.notFound("no-such-message", "The sale has no such message; its timeline names those it has.");
    }
}
