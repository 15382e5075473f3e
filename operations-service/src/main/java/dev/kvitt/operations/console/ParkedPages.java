package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Unparking;
import dev.kvitt.operations.services.ParkedSales;
import dev.kvitt.operations.services.ParkedSales.Page;
import dev.kvitt.operations.services.ParkedSales.Parked;
import dev.kvitt.operations.services.SaleKey;
import dev.kvitt.operations.services.ServiceDoors;
import dev.kvitt.operations.store.ReservedRows;
import dev.kvitt.operations.store.ReservedRows.Reserved;
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
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is parked anywhere, what waits behind it, and having it tried again. */
@Path("/console/parked")
@RolesAllowed({"viewer", "operator", "finance"})
public class ParkedPages {

    private static final String HERE = "/console/parked";

    /** More than that nobody reads; the page of a cause counts all of its sales. */
    private static final int MOST = 1000;

    private static final int ROWS_OF_MANY = 50;
    private static final int ROWS_OF_ONE = 500;

    /** Of one sale, in each service. */
    private static final int MESSAGES = 50;

    private final ConsolePages pages;
    private final ParkedSales parked;
    private final ReservedRows reserved;
    private final Unparking unparking;

    ParkedPages(ConsolePages pages, ParkedSales parked, ReservedRows reserved, Unparking unparking) {
        this.pages = pages;
        this.parked = parked;
        this.reserved = reserved;
        this.unparking = unparking;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance parked(Frame frame, List<ParkedGroup> groups, List<String> away, Boolean more);

        static native TemplateInstance parkedCause(Frame frame, ParkedGroup group, List<String> away);

        static native TemplateInstance parkedSale(Frame frame, ParkedSale sale, List<String> away);
    }

    @GET
    public Response list(RoutingContext context) {
        var found = parked.first(MOST);
        var money = money(found);
        var byCause = found.items().stream().collect(Collectors.groupingBy(Parked::reason));
        var groups = byCause.entrySet().stream()
                .map(cause -> ParkedGroup.of(cause.getKey(), cause.getValue(), money, ROWS_OF_MANY))
                .sorted(Comparator.comparingInt(ParkedGroup::sales).reversed().thenComparing(ParkedGroup::cause))
                .toList();
        return pages.page(context, Templates.parked(pages.frame(context), groups, found.away(), found.next() != null));
    }

    @GET
    @Path("/cause")
    public Response cause(@QueryParam("cause") String cause, RoutingContext context) {
        var asked = cause == null ? "" : cause;
        var found = parked.of(asked);
        var group = ParkedGroup.of(asked, found.items(), money(found), ROWS_OF_ONE);
        return pages.page(context, Templates.parkedCause(pages.frame(context), group, found.away()));
    }

    @POST
    @Path("/cause")
    @RolesAllowed("operator")
    public Response unparkAll(
            @FormParam("cause") String cause,
            @FormParam("expected") Integer expected,
            @FormParam("reason") String reason,
            RoutingContext context) {
        return pages.orRefused(context, ParkedGroup.link(cause == null ? "" : cause), () -> {
            unparking.all(cause, expected, pages.operator(), reason);
            return pages.goTo(HERE, Done.UNPARK_ALL);
        });
    }

    @GET
    @Path("/{msn}/{saleId}")
    public Response sale(@PathParam("msn") String msn, @PathParam("saleId") String saleId, RoutingContext context) {
        return SaleKey.of(msn, saleId).map(key -> sale(key, context)).orElseGet(() -> noSale(context));
    }

    private Response sale(SaleKey key, RoutingContext context) {
        var answers = parked.messages(key.toString(), MESSAGES);
        var money = reserved.of(List.of(key.toString())).get(key.toString());
        var sale = new ParkedSale(
                key.toString(), ParkedRow.shown(money), ParkedSales.waiting(answers), ParkedSale.messages(answers));
        return pages.page(context, Templates.parkedSale(pages.frame(context), sale, ServiceDoors.away(answers)));
    }

    @POST
    @Path("/{msn}/{saleId}/unpark")
    @RolesAllowed("operator")
    public Response unpark(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @FormParam("reason") String reason,
            RoutingContext context) {
        var back = HERE + "/" + msn + "/" + saleId;
        return pages.orRefused(context, back, () -> {
            unparking.one(msn, saleId, pages.operator(), reason);
            return pages.goTo(back, Done.UNPARK);
        });
    }

    private Response noSale(RoutingContext context) {
        return pages.nothing(context, "No such sale", "This is not the name of a sale.");
    }

    private Map<String, Reserved> money(Page found) {
        return reserved.of(found.items().stream().map(Parked::key).toList());
    }
}
