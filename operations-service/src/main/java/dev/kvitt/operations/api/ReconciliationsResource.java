package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.vipps.Reconciler;
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
import java.util.Optional;
import java.util.UUID;

/** Runs that hold our ledger against Vipps' payments and report. They change nothing at Vipps. */
@Path("/api/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationsResource {

    private final Reconciler reconciler;
    private final Transactions transactions;

    ReconciliationsResource(Reconciler reconciler, Transactions transactions) {
        this.reconciler = reconciler;
        this.transactions = transactions;
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
            Optional<String> detail,
            Instant startedAt,
            Optional<Instant> finishedAt) {

        static Answer of(Run run) {
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
                    share(run),
                    run.progress(),
                    run.failure(),
                    run.startedAt(),
                    run.finishedAt());
        }

        private static double share(Run run) {
            if (run.state().equals("done")) {
                return 1;
            }
            long toRead = run.toRead().orElse(0);
            return toRead == 0 ? 0 : Math.min(0.99, (double) run.rows() / toRead);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("finance")
    public Response start(Wish wish, @Context SecurityContext security) {
        String who = Decider.who(security);
        UUID id = reconciler.start(scope(wish), who).orElseThrow(this::underWay);
        return Response.accepted(Answer.of(run(id))).build();
    }

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Page<Answer> newest(@QueryParam("limit") Integer limit) {
        int most = Asked.limit(limit);
        return Page.of(transactions.run(connection -> RunRows.newest(connection, most)).stream()
                .map(Answer::of)
                .toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"viewer", "operator", "finance"})
    public Answer one(@PathParam("id") UUID id) {
        return Answer.of(run(id));
    }

    private Problem underWay() {
        String running = transactions.run(connection -> RunRows.newest(connection, 1)).stream()
                .filter(run -> run.finishedAt().isEmpty())
                .map(run -> run.id().toString())
                .findFirst()
                .orElse(null);
        return Problem.conflict(
                        "reconciling",
                        "A reconciliation is under way. Wait for its end; GET /api/reconciliations shows it.")
                .about(running);
    }

    private Run run(UUID id) {
        return transactions
                .run(connection -> RunRows.find(connection, id))
                .orElseThrow(() -> Problem.notFound("no-reconciliation", "There is no reconciliation with this id."));
    }

    private static Scope scope(Wish wish) {
        if (wish == null) {
            return Scope.ALL;
        }
        var from = Optional.ofNullable(Asked.time("from", wish.from()));
        var to = Optional.ofNullable(Asked.time("to", wish.to()));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw Problem.badRequest("bad-time", "from is before to.");
        }
        var msn = Optional.ofNullable(Asked.text(wish.msn()));
        return new Scope(msn.map(text -> Decider.msn(text).value()), from, to);
    }
}
