package dev.kvitt.operations.api;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.operations.store.Decisions;
import dev.kvitt.operations.store.Sales;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What a person decides about a sale: said to the saga, which decides what it means for the money. 202 is: it was said. */
@Path("/api/sales/{msn}/{saleId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class DecisionsResource {

    private final Decisions decisions;
    private final Sales sales;

    DecisionsResource(Decisions decisions, Sales sales) {
        this.decisions = decisions;
        this.sales = sales;
    }

    /** @param command its type, as it stands on the topic */
    record Told(String command) {}

    /** Gives back what is reserved and not captured. */
    @POST
    @Path("/release")
    public Response release(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            Decider.Reason reason,
            @Context SecurityContext security) {
        var who = Decider.who(security);
        return say(new ReleaseSale(Decider.msn(msn), Decider.saleId(saleId), who, Decider.why(reason)));
    }

    /** Has Vipps asked how the payments stand. */
    @POST
    @Path("/ask")
    public Response ask(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            Decider.Reason reason,
            @Context SecurityContext security) {
        var who = Decider.who(security);
        return say(new AskVipps(Decider.msn(msn), Decider.saleId(saleId), who, Decider.why(reason)));
    }

    /** Gives up one operation that could not be settled; with its slashes, or each as {@code %2F}. */
    @POST
    @Path("/operations/{operationId:.+}/skip")
    public Response skip(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @PathParam("operationId") String operationId,
            Decider.Reason reason,
            @Context SecurityContext security) {
        var who = Decider.who(security);
        return say(new SkipOperation(
                Decider.msn(msn), Decider.saleId(saleId), operation(operationId), who, Decider.why(reason)));
    }

    private static OperationId operation(String text) {
        try {
            return new OperationId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-operation", "This is no operation id.");
        }
    }

    /** A sale that nobody has opened is not decided about: whoever mistypes its number would have a later one end before it begins. */
    private Response say(OperatorCommand command) {
        if (!sales.knows(command.msn() + "/" + command.saleId())) {
            throw Problem.notFound(
                    "no-such-sale",
                    "The ledger knows no such sale. What has happened this minute may not be there yet.");
        }
        decisions.say(command);
        return Response.accepted(new Told(Decisions.word(command))).build();
    }
}
