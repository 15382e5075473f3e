package dev.kvitt.operations.api;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.domain.reconcile.Repair;
import dev.kvitt.operations.store.reconcile.FindingDecisions;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Differences between the ledgers, what people say about them, and what Kvitt can do. */
@Path("/api/findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FindingsResource {
    private static final MediaType CSV = MediaType.valueOf(FindingsCsv.TYPE);
    private static final Set<String> STATES = Set.of("open", "explained", "gone");

    private final Transactions transactions;
    private final Findings findings;

    FindingsResource(Transactions transactions, Findings findings) {
        this.transactions = transactions;
        this.findings = findings;
    }

    /**
     * What is to be mended.
     *
     * @param confirm whether to send what is proposed
     * @param command the one that was agreed to; where it is given, no other is sent
     */
    record RepairWish(String reason, boolean confirm, String command) {}

    /** @param effect what happens then */
    record Proposal(String command, String msn, String saleId, String effect) {}

    /** What would be sent; nothing was. */
    record Would(Proposal would) {}

    /** What was sent. */
    record Sent(Proposal sent) {}

    /** The newest first; as JSON page by page, as a table all of them. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, FindingsCsv.TYPE})
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response list(
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("msn") String msn,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit,
            @Context HttpHeaders headers) {
        var query = query(state, kind, msn, after(after), Asked.limit(limit));
        boolean table = headers.getAcceptableMediaTypes().getFirst().isCompatible(CSV)
                && !headers.getAcceptableMediaTypes().getFirst().isWildcardType();
        return table ? table(query(state, kind, msn, Optional.empty(), Asked.MOST)) : page(query);
    }

    private Response page(FindingQuery query) {
        List<Stored> found = transactions.run(query::read);
        String next = found.size() < query.limit() ? null : found.getLast().id().toString();
        return Response.ok(new Page<>(found.stream().map(FindingAnswer::of).toList(), next), MediaType.APPLICATION_JSON)
                .build();
    }

    private Response table(FindingQuery first) {
        StreamingOutput lines = out -> FindingsCsv.write(out, first, query -> transactions.run(query::read));
        return Response.ok(lines, CSV.withCharset("UTF-8")).build();
    }

    /** Says why it is so. It counts as open no more, until its amounts change. */
    @POST
    @Path("/{id}/explanation")
    @RolesAllowed("finance")
    public FindingAnswer explain(@PathParam("id") UUID id, Decider.Reason reason, @Context SecurityContext security) {
        return FindingAnswer.of(findings.explain(id, Decider.who(security), reason == null ? null : reason.reason()));
    }

    /** Proposes what Kvitt can do, and says it when confirmed: to the saga, never to Vipps. */
    @POST
    @Path("/{id}/repair")
    @RolesAllowed("operator")
    public Response repair(@PathParam("id") UUID id, RepairWish wish, @Context SecurityContext security) {
        var asked = wish == null ? new RepairWish(null, false, null) : wish;
        Stored stored = findings.find(id);
        if (!asked.confirm()) {
            return Response.ok(new Would(proposal(findings.wouldSend(stored, asked.reason()), stored)))
                    .build();
        }
        var sent = findings.send(stored, asked.command(), Decider.who(security), asked.reason());
        return Response.accepted(new Sent(proposal(sent, stored))).build();
    }

    private static Proposal proposal(Repair repair, Stored stored) {
        var finding = stored.finding();
        return new Proposal(FindingDecisions.word(repair), finding.msn(), finding.saleId(), repair.effect());
    }

    private static FindingQuery query(String state, String kind, String msn, Optional<UUID> after, int limit) {
        Optional<String> wanted = Optional.ofNullable(Asked.text(state));
        if (wanted.filter(one -> !STATES.contains(one)).isPresent()) {
            throw Problem.badRequest("bad-state", "state is open, explained or gone.");
        }
        Optional<FindingKind> known = Optional.ofNullable(Asked.text(kind)).map(FindingsResource::kind);
        Optional<String> unit = Optional.ofNullable(Asked.text(msn))
                .map(text -> Decider.msn(text).value());
        return new FindingQuery(wanted, known, unit, after, limit);
    }

    private static FindingKind kind(String code) {
        return FindingKind.ofCode(code)
                .orElseThrow(() -> Problem.badRequest("bad-kind", "There is no kind of finding with this code."));
    }

    private static Optional<UUID> after(String text) {
        try {
            return Optional.ofNullable(Asked.text(text)).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-after", "after is the next of an earlier answer, as it was.");
        }
    }
}
