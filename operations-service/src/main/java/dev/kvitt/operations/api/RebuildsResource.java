package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.kvitt.operations.store.Rebuild;
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
import java.time.Instant;
import java.util.UUID;

/** The ledger read anew from the topics, beside the live one. */
@Path("/api/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RebuildsResource {

    private final LedgerRebuilds rebuilds;

    RebuildsResource(LedgerRebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** How far a rebuild is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            UUID id,
            String state,
            String askedBy,
            String reason,
            long read,
            long toRead,
            long carried,
            long sales,
            @JsonRawValue String differences,
            String failure,
            Instant startedAt,
            Instant finishedAt) {

        static Answer of(Rebuild rebuild) {
            return new Answer(
                    rebuild.id(),
                    rebuild.state().word(),
                    rebuild.askedBy(),
                    rebuild.reason(),
                    rebuild.read(),
                    rebuild.toRead(),
                    rebuild.carried(),
                    rebuild.sales(),
                    rebuild.differences(),
                    rebuild.failure(),
                    rebuild.startedAt(),
                    rebuild.finishedAt());
        }
    }

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Page<Answer> all() {
        return Page.of(rebuilds.all().stream().map(Answer::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"viewer", "operator", "finance"})
    public Answer one(@PathParam("id") String id) {
        return Answer.of(rebuilds.one(id));
    }

    /** The live ledger stays as it is, and live, until somebody swaps. */
    @POST
    @RolesAllowed("operator")
    public Response begin(Decider.Reason reason, @Context SecurityContext who) {
        return Response.accepted(Answer.of(rebuilds.begin(Decider.why(reason), Decider.who(who))))
                .build();
    }

    @POST
    @Path("{id}/swap")
    @RolesAllowed("operator")
    public Answer swap(@PathParam("id") String id, Decider.Reason reason, @Context SecurityContext who) {
        return Answer.of(rebuilds.swap(id, Decider.why(reason), Decider.who(who)));
    }

    @POST
    @Path("{id}/give-up")
    @RolesAllowed("operator")
    public Answer giveUp(@PathParam("id") String id, Decider.Reason reason, @Context SecurityContext who) {
        return Answer.of(rebuilds.giveUp(id, Decider.why(reason), Decider.who(who)));
    }
}
