package dev.kvitt.operations.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.operations.api.ChecklistMaker;
import dev.kvitt.operations.store.Checklists;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** What must be shown before a sales unit goes live, and the report to hand in. */
@Path(ChecklistsPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class ChecklistsPage {

    static final String PATH = "/console/checklists";

    private final ChecklistMaker maker;
    private final Registry registry;
    private final ConsolePages pages;
    private final ObjectMapper json;

    ChecklistsPage(ChecklistMaker maker, Registry registry, ConsolePages pages, ObjectMapper json) {
        this.maker = maker;
        this.registry = registry;
        this.pages = pages;
        this.json = json;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance checklists(Frame frame, List<UnitChoice> units, List<Checklists.Kept> kept);

        static native TemplateInstance checklist(Frame frame, ChecklistFacts facts, List<ChecklistRow> rows);
    }

    /** A sales unit that a checklist can be made for. */
    public record UnitChoice(String msn, String name) {

        static UnitChoice of(SalesUnit unit) {
            return new UnitChoice(unit.msn().value(), unit.name());
        }
    }

    @GET
    public Response list(RoutingContext context) {
        var units = registry.salesUnits().stream().map(UnitChoice::of).toList();
        return pages.page(context, Templates.checklists(pages.frame(context), units, maker.latest()));
    }

    /** It decides nothing: whoever may look may make one. */
    @POST
    public Response make(@RestForm String msn, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var fresh = maker.make(msn, pages.operator());
            return pages.goTo(PATH + "/" + fresh.id(), Done.MADE);
        });
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") UUID id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var list = read(maker.find(id).list());
            return pages.page(
                    context,
                    Templates.checklist(pages.frame(context), ChecklistFacts.of(list), ChecklistRow.all(list)));
        });
    }

    /** To hand in. */
    @GET
    @Path("{id}/report")
    public Response report(@PathParam("id") UUID id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var made = maker.find(id);
            var name = ChecklistFacts.of(read(made.list())).fileName();
            return Response.ok(made.report(), "text/markdown; charset=utf-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .build();
        });
    }

    private JsonNode read(String list) {
        try {
            return json.readTree(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checklist that was kept is read", e);
        }
    }
}
