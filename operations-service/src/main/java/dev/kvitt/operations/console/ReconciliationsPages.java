package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Reconciliations;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs that hold our ledger against Vipps' payments and report. */
@Path(ReconciliationsPages.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class ReconciliationsPages {

    static final String PATH = "/console/reconciliations";

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final Reconciliations reconciliations;

    ReconciliationsPages(ConsolePages pages, Reconciliations reconciliations) {
        this.pages = pages;
        this.reconciliations = reconciliations;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance reconciliations(Frame frame, List<RunRow> rows);

        static native TemplateInstance reconciliation(Frame frame, RunRow row);
    }

    /** The newest first. */
    @GET
    public Response list(RoutingContext context) {
        return pages.page(context, all(pages.frame(context)));
    }

    private TemplateInstance all(Frame frame) {
        return Templates.reconciliations(frame, rows(reconciliations.newest(ROWS)));
    }

    /** Empty fields ask for all. */
    @POST
    @RolesAllowed("finance")
    public Response start(
            @FormParam("msn") String msn,
            @FormParam("from") String from,
            @FormParam("to") String to,
            RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    var run = reconciliations.start(msn, from, to, pages.operator());
                    return pages.goTo(PATH + "/" + run.id(), Done.STARTED);
                },
                this::all);
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var row = rows(List.of(reconciliations.find(id))).getFirst();
            var page = Templates.reconciliation(pages.frame(context), row);
            // Only the page of one that was running asks again.
            var isOld = context.request().getHeader("HX-Request") != null && !row.running();
            return pages.part(context, page, isOld ? row.link() : null);
        });
    }

    private List<RunRow> rows(List<Run> runs) {
        var report = reconciliations.report(runs);
        return runs.stream()
                .map(run -> RunRow.of(run, Optional.ofNullable(report.get(run.id()))))
                .toList();
    }
}
