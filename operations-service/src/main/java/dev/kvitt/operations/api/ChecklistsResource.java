package dev.kvitt.operations.api;

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
import java.net.URI;
import java.util.UUID;

/** Vipps MobilePay's list of what must be shown before going live, for one sales unit. */
@Path("/api/checklists")
public class ChecklistsResource {

    static final String MARKDOWN = "text/markdown";

    private final ChecklistMaker maker;

    ChecklistsResource(ChecklistMaker maker) {
        this.maker = maker;
    }

    /** @param msn of a sales unit in the registry */
    public record Wish(String msn) {}

    /** Judges what the ledger holds now, reads one event log at Vipps MobilePay, and keeps the list. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response make(Wish wish, @Context SecurityContext caller) {
        var fresh = maker.make(wish == null ? null : wish.msn(), Decider.who(caller));
        return Response.created(URI.create("/api/checklists/" + fresh.id()))
                .entity(fresh.made().list())
                .build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response list(@PathParam("id") UUID id) {
        return Response.ok(maker.find(id).list()).build();
    }

    /** The report to hand in. */
    @GET
    @Path("/{id}")
    @Produces(MARKDOWN)
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response report(@PathParam("id") UUID id) {
        return Response.ok(maker.find(id).report(), MARKDOWN + ";charset=UTF-8").build();
    }
}
