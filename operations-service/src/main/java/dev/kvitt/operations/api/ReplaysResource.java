package dev.kvitt.operations.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;

/** Has a service read its topics again, and says how far that has come. */
@Path("/api/replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReplaysResource {

    private final Replays replays;

    ReplaysResource(Replays replays) {
        this.replays = replays;
    }

    @POST
    @RolesAllowed("operator")
    public Response begin(Replays.Order order, @Context SecurityContext security) {
        return Response.accepted(replays.begin(order, Decider.who(security))).build();
    }

    /** The latest of each service. */
    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Replays.Found list() {
        return replays.list();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"viewer", "operator", "finance"})
    public JsonNode one(@PathParam("id") UUID id) {
        return replays.one(id);
    }

    /** What had not been applied. */
    @GET
    @Path("/{id}/found")
    @RolesAllowed({"viewer", "operator", "finance"})
    public JsonNode found(@PathParam("id") UUID id) {
        return replays.found(id);
    }

    /** What that dry run has shown, and nothing else. */
    @POST
    @Path("/{id}/apply")
    @RolesAllowed("operator")
    public Response apply(@PathParam("id") UUID id, Decider.Reason reason, @Context SecurityContext security) {
        return Response.accepted(replays.apply(id, Decider.why(reason), Decider.who(security)))
                .build();
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed("operator")
    public JsonNode stop(@PathParam("id") UUID id, Decider.Reason reason, @Context SecurityContext security) {
        return replays.stop(id, Decider.why(reason), Decider.who(security));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed("operator")
    public JsonNode resume(@PathParam("id") UUID id, Decider.Reason reason, @Context SecurityContext security) {
        return replays.resume(id, Decider.why(reason), Decider.who(security));
    }
}
