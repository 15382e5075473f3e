package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.kvitt.operations.store.Rebuild;
import dev.kvitt.operations.store.Rebuilds;
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
import org.jboss.logging.Logger;

/** The ledger read anew from the topics, beside the live one. */
@Path("/api/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RebuildsResource {

    private static final Logger LOG = Logger.getLogger(RebuildsResource.class);
    private static final int LONGEST_REASON = 200;

    private final Rebuilds rebuilds;

    RebuildsResource(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** Why somebody does it. */
    public record Why(String reason) {

        static String of(Why why) {
            var reason = why == null || why.reason == null ? "" : why.reason.strip();
            if (reason.isEmpty()
                    || reason.length() > LONGEST_REASON
                    || reason.chars().anyMatch(Character::isISOControl)) {
                throw Problem.badRequest("no-reason", "Say why in \"reason\": 1 to 200 characters on one line.");
            }
            return reason;
        }
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
        return Answer.of(find(id));
    }

    /** The live ledger stays as it is, and live, until somebody swaps. */
    @POST
    @RolesAllowed("operator")
    public Response begin(Why why, @Context SecurityContext who) {
        var begun = rebuilds.begin(name(who), Why.of(why))
                .orElseThrow(() -> Problem.conflict(
                        "one-at-a-time", "A rebuild is under way. Wait for it, swap it in, or give it up first."));
        LOG.infof("%s rebuilds the ledger: %s", name(who), begun.id());
        return Response.accepted(Answer.of(begun)).build();
    }

    @POST
    @Path("{id}/swap")
    @RolesAllowed("operator")
    public Answer swap(@PathParam("id") String id, Why why, @Context SecurityContext who) {
        Why.of(why);
        var rebuild = find(id);
        if (!rebuilds.swap(rebuild.id())) {
            throw Problem.conflict(
                    "not-ready",
                    "Only a rebuild that is ready can be swapped in. Nothing was changed; look at its state.");
        }
        LOG.infof("%s has swapped in the rebuilt ledger: %s", name(who), id);
        return Answer.of(find(id));
    }

    @POST
    @Path("{id}/give-up")
    @RolesAllowed("operator")
    public Answer giveUp(@PathParam("id") String id, Why why, @Context SecurityContext who) {
        Why.of(why);
        var rebuild = find(id);
        if (!rebuilds.giveUp(rebuild.id())) {
            throw Problem.conflict("over", "The rebuild is over already. Nothing was changed.");
        }
        LOG.infof("%s has given up the rebuild of the ledger: %s", name(who), id);
        return Answer.of(find(id));
    }

    private Rebuild find(String id) {
        try {
            return rebuilds.find(UUID.fromString(id)).orElseThrow(RebuildsResource::noRebuild);
        } catch (IllegalArgumentException e) {
            throw noRebuild();
        }
    }

    private static Problem noRebuild() {
        return Problem.notFound(
                "no-such-rebuild", "There is no such rebuild; GET /api/rebuilds names those there are.");
    }

    private static String name(SecurityContext who) {
        return who.getUserPrincipal() == null
                ? "unknown"
                : who.getUserPrincipal().getName();
    }
}
