package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.payment.store.StoredSales;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What became of a sale, for a till that has lost track. "Not seen" is an answer (200): a 404 comes from an address that
 * is wrong, or from a proxy, and says nothing about a sale.
 */
@Path("/sales/{msn}/{saleId}")
public class SalesResource {

    private static final Logger LOG = Logger.getLogger(SalesResource.class);
    private static final String NOTHING_SAID =
            "This says nothing about the sale: take no other payment, and ask again in a few seconds.";

    private final StoredSales sales;
    private final Messaging messaging;
    private final Tokens tokens;
    private final InstantSource clock;

    SalesResource(StoredSales sales, Messaging messaging, Tokens tokens, InstantSource clock) {
        this.sales = sales;
        this.messaging = messaging;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response status(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId) {
        var holder = tokens.holder(authorization);
        if (holder.isEmpty()) {
            return problem(
                    Response.Status.UNAUTHORIZED, "Show a token that Kvitt knows. This says nothing about the sale.");
        }
        Msn unit;
        SaleId sale;
        try {
            unit = new Msn(msn);
            sale = new SaleId(saleId);
        } catch (IllegalArgumentException e) {
            return problem(Response.Status.BAD_REQUEST, "This is no merchant serial number and sale id.");
        }
        if (!holder.get().mayAskAbout(unit)) {
            return problem(
                    Response.Status.FORBIDDEN,
                    "This token is not for this sales unit. This says nothing about the sale.");
        }
        try {
            return answer(unit, sale);
        } catch (RuntimeException e) {
            LOG.warnf("Cannot say what became of %s/%s: %s", unit, sale, Failures.reason(e));
            return Failures.passing(e)
                    ? problem(
                            Response.Status.SERVICE_UNAVAILABLE, "Kvitt cannot look at its sales now. " + NOTHING_SAID)
                    : problem(Response.Status.INTERNAL_SERVER_ERROR, "Kvitt cannot read this sale. " + NOTHING_SAID);
        }
    }

    private Response answer(Msn unit, SaleId sale) {
        // In this order: what is applied meanwhile makes the answer newer than it says, never older.
        var appliedUntil = messaging.appliedUntil();
        var found = sales.find(unit + "/" + sale);
        return Response.ok(new Answers(unit, sale, appliedUntil, clock.instant()).of(found))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response problem(Response.Status status, String sentence) {
        var response = Response.status(status).entity(Map.of("status", status.getStatusCode(), "title", sentence));
        return status == Response.Status.UNAUTHORIZED
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : response.build();
    }
}
