package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Decider;
import dev.kvitt.operations.api.Problem;
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
        return pages.page(context, cause(pages.frame(context), asked));
    }

    private TemplateInstance cause(Frame frame, String cause) {
        var found = parked.of(cause);
        return Templates.parkedCause(
                frame, ParkedGroup.of(cause, found.items(), money(found), ROWS_OF_ONE), found.away());
    }

    @POST
    @Path("/cause")
    @RolesAllowed("operator")
    public Response unparkAll(
            @FormParam("cause") String cause,
            @FormParam("expected") Integer expected,
            @FormParam("reason") String reason,
            RoutingContext context) {
        return pages.orAgain(
                context,
                HERE,
                () -> {
                    unparking.all(cause, expected, pages.operator(), reason);
                    return pages.goTo(HERE, Done.UNPARK_ALL);
                },
                frame -> cause(frame, cause == null ? "" : cause));
    }

    @GET
    @Path("/{msn}/{saleId}")
    public Response sale(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @QueryParam("seen") Integer seen,
            RoutingContext context) {
        return SaleKey.of(msn, saleId)
                .map(key -> {
                    var answers = parked.messages(key.toString(), MESSAGES);
                    var page = pages.page(context, sale(pages.frame(context), key, answers));
                    return isOld(seen, answers)
                            ? Response.fromResponse(page)
                                    .header("HX-Refresh", "true")
                                    .build()
                            : page;
                })
                .orElseGet(() -> noSale(context));
    }

    /** Whether whoever looks saw something to unpark where nothing waits any more, or the other way about. */
    private static boolean isOld(Integer seen, List<ServiceDoors.Answer> answers) {
        return seen != null && seen > 0 == ParkedSale.messages(answers).isEmpty();
    }

    private TemplateInstance sale(Frame frame, SaleKey key, List<ServiceDoors.Answer> answers) {
        var money = reserved.of(List.of(key.toString())).get(key.toString());
        var sale = new ParkedSale(
                key.toString(), ParkedRow.shown(money), ParkedSales.waiting(answers), ParkedSale.messages(answers));
        return Templates.parkedSale(frame, sale, ServiceDoors.away(answers));
    }

    private static String at(SaleKey key) {
        return HERE + "/" + key;
    }

    @POST
    @Path("/{msn}/{saleId}/unpark")
    @RolesAllowed("operator")
    public Response unpark(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @FormParam("reason") String reason,
            RoutingContext context) {
        var asked = SaleKey.of(msn, saleId);
        if (asked.isEmpty()) {
            return noSale(context);
        }
        var key = asked.get();
        return pages.orAgain(
                context,
                HERE,
                () -> {
                    Decider.why(reason);
                    somethingWaits(key);
                    unparking.one(msn, saleId, pages.operator(), reason);
                    return pages.goTo(at(key), Done.UNPARK);
                },
                frame -> sale(frame, key, parked.messages(key.toString(), MESSAGES)));
    }

    /** Another person may have been first; a service that is away may still hold something. */
    private void somethingWaits(SaleKey key) {
        var answers = parked.messages(key.toString(), MESSAGES);
        if (ParkedSale.messages(answers).isEmpty() && ServiceDoors.away(answers).isEmpty()) {
            throw Problem.conflict(
                    "not-parked",
                    "Nothing waits for this sale any more: it was tried again already. Nothing was done; its timeline shows what became"
                            + " of it.");
        }
    }

    private Response noSale(RoutingContext context) {
        return pages.nothing(context, "No such sale", "This is not the name of a sale.");
    }

    private Map<String, Reserved> money(Page found) {
        return reserved.of(found.items().stream().map(Parked::key).toList());
    }
}
