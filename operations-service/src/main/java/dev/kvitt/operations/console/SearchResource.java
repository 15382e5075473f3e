package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Cursors;
import dev.kvitt.operations.api.Problem;
import dev.kvitt.operations.domain.Phase;
import dev.kvitt.operations.store.SaleQuery;
import dev.kvitt.operations.store.SaleRow;
import dev.kvitt.operations.store.Sales;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where one arrives: the latest sales, and the one that is looked for. */
@Path("/console")
@RolesAllowed({"viewer", "operator", "finance"})
public class SearchResource {

    private static final String AFTER = "after";
    private static final int A_PAGE = 50;
    private static final int UNPROCESSABLE = 422;
    private static final List<String> FIELDS = List.of("q", "msn", "shop", "till", "phase", "min", "max", "from", "to");
    private static final List<String> PHASES =
            Arrays.stream(Phase.values()).map(Phase::word).toList();

    private final ConsolePages pages;
    private final Sales sales;

    SearchResource(ConsolePages pages, Sales sales) {
        this.pages = pages;
        this.sales = sales;
    }

    /**
     * What was looked for and found.
     *
     * @param here its own address, for what is new on it
     * @param next address of what follows, or null
     * @param start address of where the list begins, or null where it begins here
     */
    public record Found(
            Typed typed, List<String> phases, List<SaleLine> lines, String here, String next, String start) {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance search(Frame frame, Found found);
    }

    @GET
    public Response search(RoutingContext context) {
        var frame = pages.frame(context);
        var typed = Typed.in(context, FIELDS);
        var after = context.queryParams().get(AFTER);
        try {
            var query = query(typed, frame.zone(), Cursors.of(after));
            if (typed.isWrong()) {
                var nothing = new Found(typed, PHASES, List.of(), null, null, null);
                return pages.page(UNPROCESSABLE, context, Templates.search(frame, nothing));
            }
            return pages.page(context, Templates.search(frame, found(typed, after, sales.search(query))));
        } catch (Problem e) {
            return pages.nothing(
                    context, "No such page of the list", "The address is not as the console made it. Search again.");
        }
    }

    private static SaleQuery query(Typed typed, ZoneId zone, SaleQuery.Cursor after) {
        var phase = typed.text("phase");
        if (phase != null && !PHASES.contains(phase)) {
            typed.refuse("phase", "One of the list.");
        }
        var query = new SaleQuery(
                typed.text("q"),
                typed.msn("msn"),
                typed.text("shop"),
                typed.text("till"),
                phase,
                typed.time("from", zone),
                typed.time("to", zone),
                typed.amount("min"),
                typed.amount("max"),
                A_PAGE + 1,
                after);
        if (query.from() != null && query.to() != null && !query.from().isBefore(query.to())) {
            typed.refuse("to", "Later than the time before it.");
        }
        if (query.min() != null && query.max() != null && query.min() > query.max()) {
            typed.refuse("max", "Not less than the amount before it.");
        }
        return query;
    }

    private static Found found(Typed typed, String after, List<SaleRow> rows) {
        var page = rows.subList(0, Math.min(A_PAGE, rows.size()));
        var next = rows.size() > A_PAGE ? Navigation.HOME + typed.query(Map.of(AFTER, end(page))) : null;
        var here = Navigation.HOME + typed.query(after == null ? Map.of() : Map.of(AFTER, after));
        var start = after == null ? null : Navigation.HOME + typed.query(Map.of());
        return new Found(typed, PHASES, page.stream().map(SaleLine::of).toList(), here, next, start);
    }

    private static String end(List<SaleRow> page) {
        var last = page.getLast().sale();
        return Cursors.text(new SaleQuery.Cursor(last.lastAt(), last.key()));
    }
}
