package dev.kvitt.operations.console;

import dev.kvitt.operations.api.UnitsAtVipps;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether each sales unit can sell, as Vipps has it: keys, webhooks, currency. */
@Path(RegistrationsPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class RegistrationsPage {

    static final String PATH = "/console/registrations";

    /** Each is a call to Vipps. */
    private static final int AT_ONCE = 20;

    private final UnitsAtVipps units;
    private final ConsolePages pages;

    RegistrationsPage(UnitsAtVipps units, ConsolePages pages) {
        this.units = units;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance registrations(
                Frame frame, String msn, List<UnitRow> rows, List<String> silent, String next);
    }

    @GET
    public Response list(@RestQuery String msn, @RestQuery String after, RoutingContext context) {
        var unit = msn == null ? "" : msn.strip();
        var found = units.ask(unit, AT_ONCE, after);
        var rows = found.items().stream()
                .map(one -> new UnitRow(units.check(one), one.answer()))
                .toList();
        var silent = rows.stream()
                .filter(row -> !row.known())
                .map(row -> row.check().msn())
                .toList();
        var next = found.next() == null ? null : PATH + "?after=" + found.next();
        return pages.page(context, Templates.registrations(pages.frame(context), unit, rows, silent, next));
    }
}
