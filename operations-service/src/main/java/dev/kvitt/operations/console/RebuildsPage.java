package dev.kvitt.operations.console;

import dev.kvitt.operations.api.LedgerRebuilds;
import dev.kvitt.operations.api.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The ledger read anew from the topics: how far it is, how it differs, and whether it is swapped in. */
@Path(RebuildsPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class RebuildsPage {

    static final String PATH = "/console/rebuilds";

    private final LedgerRebuilds rebuilds;
    private final ConsolePages pages;

    RebuildsPage(LedgerRebuilds rebuilds, ConsolePages pages) {
        this.rebuilds = rebuilds;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance rebuilds(Frame frame, List<RebuildRow> rows, boolean oneIsOpen);

        static native TemplateInstance rebuild(Frame frame, RebuildRow row);

        static native TemplateInstance rebuildProgress(RebuildRow row);
    }

    @GET
    public Response list(RoutingContext context) {
        return pages.page(context, all(pages.frame(context)));
    }

    private TemplateInstance all(Frame frame) {
        var rows = rebuilds.all().stream().map(RebuildRow::of).toList();
        return Templates.rebuilds(frame, rows, rows.stream().anyMatch(RebuildRow::open));
    }

    @POST
    @RolesAllowed("operator")
    public Response begin(@RestForm String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    var begun = rebuilds.begin(reason, pages.operator());
                    return pages.goTo(at(begun.id().toString()), Done.STARTED);
                },
                this::all);
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> pages.page(context, rebuild(pages.frame(context), id)));
    }

    private TemplateInstance rebuild(Frame frame, String id) {
        return Templates.rebuild(frame, RebuildRow.of(rebuilds.one(id)));
    }

    private static String at(String id) {
        return PATH + "/" + id;
    }

    /** What moves on the page of one that is under way. */
    @GET
    @Path("{id}/progress")
    public Response progress(@PathParam("id") String id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var row = RebuildRow.of(rebuilds.one(id));
            return pages.part(context, Templates.rebuildProgress(row), row.underWay() ? null : at(id));
        });
    }

    @POST
    @Path("{id}/swap")
    @RolesAllowed("operator")
    public Response swap(
            @PathParam("id") String id, @RestForm String reason, @RestForm String agreed, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    if (RebuildRow.of(rebuilds.one(id)).differs() && !"yes".equals(agreed)) {
                        throw Problem.badRequest(
                                "not-agreed",
                                "The ledgers differ. Look at the difference and tick that you want it; nothing was done.");
                    }
                    rebuilds.swap(id, reason, pages.operator());
                    return pages.goTo(at(id), Done.SWAPPED);
                },
                frame -> rebuild(frame, id));
    }

    @POST
    @Path("{id}/give-up")
    @RolesAllowed("operator")
    public Response giveUp(@PathParam("id") String id, @RestForm String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    rebuilds.giveUp(id, reason, pages.operator());
                    return pages.goTo(at(id), Done.GIVEN_UP);
                },
                frame -> rebuild(frame, id));
    }
}
