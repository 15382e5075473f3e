package dev.kvitt.operations.console;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.api.Findings;
import dev.kvitt.operations.api.FindingsCsv;
import dev.kvitt.operations.domain.reconcile.Repair;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Differences between the ledgers, what people say about them, and what Kvitt can do. */
@Path(FindingsPages.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class FindingsPages {

    static final String PATH = "/console/findings";

    private static final int ROWS = 50;
    private static final int AT_ONCE = 500;

    private final ConsolePages pages;
    private final Transactions transactions;
    private final Findings findings;

    FindingsPages(ConsolePages pages, Transactions transactions, Findings findings) {
        this.pages = pages;
        this.transactions = transactions;
        this.findings = findings;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        /** @param next absent at the end */
        static native TemplateInstance findings(Frame frame, FindingsFilter filter, List<FindingRow> rows, String next);

        /** @param proposed what Kvitt can do; absent where only people can do something */
        static native TemplateInstance finding(Frame frame, FindingRow row, String proposed);

        static native TemplateInstance repair(Frame frame, FindingRow row, RepairPlan plan);
    }

    /** The newest first. */
    @GET
    public Response list(
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("msn") String msn,
            @QueryParam("after") UUID after,
            RoutingContext context) {
        var filter = FindingsFilter.of(state, kind, msn);
        List<Stored> found = transactions.run(filter.query(after, ROWS)::read);
        var next = found.size() < ROWS ? null : filter.next(found.getLast().id());
        return pages.page(
                context,
                Templates.findings(
                        pages.frame(context),
                        filter,
                        found.stream().map(FindingRow::of).toList(),
                        next));
    }

    /** The same, all of them, for a spreadsheet. */
    @GET
    @Path("/csv")
    public Response csv(
            @QueryParam("state") String state, @QueryParam("kind") String kind, @QueryParam("msn") String msn) {
        FindingQuery first = FindingsFilter.of(state, kind, msn).query(null, AT_ONCE);
        StreamingOutput written = out -> FindingsCsv.write(out, first, query -> transactions.run(query::read));
        return Response.ok(written, FindingsCsv.TYPE + "; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"")
                .build();
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> pages.page(context, finding(pages.frame(context), id)));
    }

    private TemplateInstance finding(Frame frame, UUID id) {
        var stored = findings.find(id);
        var repair = findings.proposed(stored);
        return Templates.finding(frame, FindingRow.of(stored), repair == Repair.NONE ? null : repair.effect());
    }

    @POST
    @Path("/{id}/explanation")
    @RolesAllowed("finance")
    public Response explain(@PathParam("id") UUID id, @FormParam("reason") String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    findings.explain(id, pages.operator(), reason);
                    return pages.goTo(link(id), Done.EXPLAINED);
                },
                frame -> finding(frame, id));
    }

    /** Shows all that would be sent, and sends nothing. */
    @POST
    @Path("/{id}/repair")
    @RolesAllowed("operator")
    public Response repair(@PathParam("id") UUID id, @FormParam("reason") String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    var stored = findings.find(id);
                    var repair = findings.wouldSend(stored, reason);
                    var row = FindingRow.of(stored);
                    var plan = RepairPlan.of(repair, row.sale(), pages.operator(), reason.strip());
                    return pages.page(context, Templates.repair(pages.frame(context), row, plan));
                },
                frame -> finding(frame, id));
    }

    /** Sends what was shown, and nothing else. */
    @POST
    @Path("/{id}/repair/sent")
    @RolesAllowed("operator")
    public Response send(
            @PathParam("id") UUID id,
            @FormParam("command") String command,
            @FormParam("reason") String reason,
            RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    findings.send(findings.find(id), Objects.requireNonNullElse(command, ""), pages.operator(), reason);
                    return pages.goTo(link(id), Done.REPAIR);
                },
                frame -> finding(frame, id));
    }

    private static String link(UUID id) {
        return PATH + "/" + id;
    }
}
