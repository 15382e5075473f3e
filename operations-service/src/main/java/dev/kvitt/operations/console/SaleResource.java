package dev.kvitt.operations.console;

import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import dev.kvitt.operations.api.MessageAnswer;
import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.store.SaleDetail;
import dev.kvitt.operations.store.Sales;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** One sale with its whole history, and each message of it. */
@Path("/console/sales/{msn}/{saleId}")
@RolesAllowed({"viewer", "operator", "finance"})
public class SaleResource {

    private static final int LATEST = 20;

    private final ConsolePages pages;
    private final ShopZones zones;
    private final Sales sales;
    private final Audit audit;

    SaleResource(ConsolePages pages, ShopZones zones, Sales sales, Audit audit) {
        this.pages = pages;
        this.zones = zones;
        this.sales = sales;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance sale(Frame frame, SaleView sale);

        static native TemplateInstance message(Frame frame, MessageView message);
    }

    /** @param back address of the sale */
    public record MessageView(String back, String saleId, MessageAnswer message, String body) {}

    @GET
    public Response sale(RoutingContext context, @PathParam("msn") String msn, @PathParam("saleId") String saleId) {
        return find(msn, saleId)
                .map(detail -> {
                    var frame = pages.frame(context).in(zones.of(new Msn(msn)));
                    var decided = audit.list(msn + "/" + saleId, Long.MAX_VALUE, LATEST);
                    return pages.page(context, Templates.sale(frame, SaleView.of(detail, decided)));
                })
                .orElseGet(() -> noSale(pages, context));
    }

    @GET
    @Path("messages/{id}")
    public Response message(
            RoutingContext context,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @PathParam("id") String id) {
        return message(msn, saleId, id)
                .map(message -> {
                    var frame = pages.frame(context).in(zones.of(new Msn(msn)));
                    var body = message.body() == null ? null : message.body().toPrettyString();
                    var view = new MessageView(SalePaths.sale(msn, saleId), saleId, message, body);
                    return pages.page(context, Templates.message(frame, view));
                })
                .orElseGet(() -> pages.nothing(
                        context,
                        "No such message",
                        "The sale has no such message. Its timeline leads to those that it has."));
    }

    private Optional<SaleDetail> find(String msn, String saleId) {
        return isSale(msn, saleId) ? sales.find(msn + "/" + saleId) : Optional.empty();
    }

    private Optional<MessageAnswer> message(String msn, String saleId, String id) {
        var colon = Math.max(id.indexOf(':'), 0);
        try {
            return isSale(msn, saleId)
                    ? sales.message(
                                    msn + "/" + saleId,
                                    id.substring(0, colon),
                                    UUID.fromString(id.substring(colon + 1)))
                            .map(MessageAnswer::of)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a sale can be called so. */
    static boolean isSale(String msn, String saleId) {
        try {
            return new Msn(msn).value().equals(msn)
                    && new SaleId(saleId).value().equals(saleId);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Response noSale(ConsolePages pages, RoutingContext context) {
        return pages.nothing(
                context,
                "No such sale",
                "The ledger has no sale of this sales unit and id. If it was made just now, load the page again in a few"
                        + " seconds.");
    }
}
