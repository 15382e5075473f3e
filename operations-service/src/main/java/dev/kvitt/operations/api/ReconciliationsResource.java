package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs that hold our ledger against Vipps' payments and report. They change nothing at Vipps. */
@Path("/api/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationsResource {

    private final Reconciliations reconciliations;

    ReconciliationsResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** What is to be compared; all of it where nothing is said. */
    record Wish(String msn, String from, String to) {}

    /** How many findings are open, how many of them this run found first, and how many it no longer found. */
    record Counts(int open, @JsonProperty("new") int fresh, int gone) {}

    /**
     * A run.
     *
     * @param rows payments and rows of the report read so far
     * @param progress from 0 to 1
     * @param doing what it does at the moment
     * @param report how far Vipps' report could be read; absent while it is not known, and where none is to be read
     * @param detail why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(
            UUID id,
            String state,
            Optional<String> msn,
            Optional<Instant> from,
            Optional<Instant> to,
            String askedBy,
            long rows,
            int looks,
            Counts findings,
            double progress,
            String doing,
            Optional<ReportRead> report,
            Optional<String> detail,
            Instant startedAt,
            Optional<Instant> finishedAt) {

        static Answer of(Run run, ReportRead report) {
            return new Answer(
                    run.id(),
                    run.state(),
                    run.scope().msn(),
                    run.scope().from(),
                    run.scope().to(),
                    run.askedBy(),
                    run.rows(),
                    run.looks(),
                    new Counts(run.open(), run.fresh(), run.gone()),
                    Reconciliations.share(run),
                    run.progress(),
                    Optional.ofNullable(report),
                    run.failure(),
                    run.startedAt(),
                    run.finishedAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("finance")
    public Response start(Wish wish, @Context SecurityContext security) {
        var asked = wish == null ? new Wish(null, null, null) : wish;
        var run = reconciliations.start(asked.msn(), asked.from(), asked.to(), Decider.who(security));
        return Response.accepted(answers(List.of(run)).getFirst()).build();
    }

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Page<Answer> newest(@QueryParam("limit") Integer limit) {
        return Page.of(answers(reconciliations.newest(Asked.limit(limit))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"viewer", "operator", "finance"})
    public Answer one(@PathParam("id") UUID id) {
        return answers(List.of(reconciliations.find(id))).getFirst();
    }

    private List<Answer> answers(List<Run> runs) {
        var report = reconciliations.report(runs);
        return runs.stream().map(run -> Answer.of(run, report.get(run.id()))).toList();
    }
}
