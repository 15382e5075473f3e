package dev.kvitt.operations.console;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.operations.api.Decider;
import dev.kvitt.operations.api.Problem;
import dev.kvitt.operations.store.Decisions;
import dev.kvitt.operations.store.SaleDetail;
import dev.kvitt.operations.store.Sales;
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
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where an operator decides about a sale: reads what would happen, says why, and confirms. */
@Path("/console/sales/{msn}/{saleId}/decide/{what}")
@RolesAllowed("operator")
public class DecideResource {

    private static final int UNPROCESSABLE = 422;

    private final ConsolePages pages;
    private final ShopZones zones;
    private final Sales sales;
    private final Decisions decisions;

    DecideResource(ConsolePages pages, ShopZones zones, Sales sales, Decisions decisions) {
        this.pages = pages;
        this.zones = zones;
        this.sales = sales;
        this.decisions = decisions;
    }

    /**
     * What is to be decided.
     *
     * @param operation what is given up, or null
     * @param reason as it was typed
     * @param wrong what is wrong with the reason, or null
     */
    public record Asked(SaleView sale, Decision decision, String operation, String reason, String wrong) {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance decide(Frame frame, Asked asked);
    }

    @GET
    public Response ask(
            RoutingContext context,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @PathParam("what") String what,
            @RestQuery String operation) {
        return with(context, msn, saleId, what, operation, (sale, decision) -> {
            var asked = new Asked(sale, decision, operation, "", null);
            return pages.page(context, Templates.decide(frame(context, msn), asked));
        });
    }

    @POST
    public Response decide(
            RoutingContext context,
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @PathParam("what") String what,
            @RestForm String operation,
            @RestForm String reason) {
        return with(context, msn, saleId, what, operation, (sale, decision) -> {
            try {
                decisions.say(command(decision, new Msn(msn), new SaleId(saleId), operation, Decider.why(reason)));
                return pages.goTo(sale.here(), decision.done());
            } catch (Problem e) {
                var asked = new Asked(sale, decision, operation, reason == null ? "" : reason, e.getMessage());
                return pages.page(UNPROCESSABLE, context, Templates.decide(frame(context, msn), asked));
            }
        });
    }

    private OperatorCommand command(Decision decision, Msn msn, SaleId saleId, String operation, String why) {
        var who = pages.operator();
        return switch (decision) {
            case RELEASE -> new ReleaseSale(msn, saleId, who, why);
            case ASK -> new AskVipps(msn, saleId, who, why);
            case SKIP -> new SkipOperation(msn, saleId, new OperationId(operation), who, why);
        };
    }

    private Response with(
            RoutingContext context,
            String msn,
            String saleId,
            String what,
            String operation,
            BiFunction<SaleView, Decision, Response> answer) {
        var sale = SaleResource.isSale(msn, saleId) ? sales.find(msn + "/" + saleId) : Optional.<SaleDetail>empty();
        if (sale.isEmpty()) {
            return SaleResource.noSale(pages, context);
        }
        var decision = Decision.of(what);
        if (decision.isEmpty() || (decision.get() == Decision.SKIP && !has(sale.get(), operation))) {
            return pages.nothing(
                    context,
                    "Nothing to decide",
                    "There is no such decision about this sale, or the operation's outcome is known by now. Look at the sale"
                            + " again.");
        }
        return answer.apply(SaleView.of(sale.get(), List.of()), decision.get());
    }

    private static boolean has(SaleDetail sale, String operation) {
        return sale.operations().stream()
                .anyMatch(each -> each.id().value().equals(operation) && SaleView.isOpen(each));
    }

    private Frame frame(RoutingContext context, String msn) {
        return pages.frame(context).in(zones.of(new Msn(msn)));
    }
}
