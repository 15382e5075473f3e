package dev.kvitt.shop;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;

/** What a cashier presses. */
@Path("/api/till")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TillResource {

    private static final String NOBODY_ELSE = "Nobody else can be asked now.";

    private final PointOfSale till;
    private final Openings openings;

    TillResource(Shop shop, Openings openings) {
        this.till = shop.till();
        this.openings = openings;
    }

    /**
     * A basket.
     *
     * @param basket how many by the product's id
     * @param value the number, or what the customer's code says; absent where the way needs none
     */
    record Selling(Map<String, Integer> basket, Way way, String value) {}

    /**
     * Who pays now.
     *
     * @param way absent: the same customer as before
     */
    record Asking(Way way, String value) {}

    /** @param value minor units */
    record Refund(long value) {}

    @GET
    public View view(@QueryParam("seen") long seen) throws InterruptedException {
        return till.view(seen, PageResource.LONGEST);
    }

    @POST
    @Path("sale")
    public void sell(Selling selling) {
        if (!till.can().contains(Can.OPEN) && !till.can().contains(Can.LEAVE)) {
            throw new NotPossibleException("Bring the sale to its end first.");
        }
        var lines = Catalogue.lines(selling.basket());
        till.open(Catalogue.total(lines), lines, openings.till(lines, selling.way(), selling.value()));
    }

    /** Before anybody was asked it says who pays; after that it takes another attempt. */
    @POST
    @Path("attempt")
    public void attempt(Asking asking) {
        var need = Set.of(Can.ATTEMPT);
        till.require(need, NOBODY_ELSE);
        var asked = till.answer().has("attempt");
        if (!asked && asking.way() == null) {
            throw new NotPossibleException("Nobody was asked before. Say who pays.");
        }
        var customer = openings.customerOf(asking.way(), asking.value());
        till.ask(need, NOBODY_ELSE, asked ? "/attempts" : "/customer", customer);
    }

    @POST
    @Path("cancel")
    public void cancel() {
        till.ask(
                Set.of(Can.CANCEL),
                "There is nothing to cancel.",
                "/cancellation",
                openings.cancellation("changed mind"));
    }

    @POST
    @Path("refund")
    public void refund(Refund refund) {
        till.refund(refund.value(), openings.refund(refund.value()));
    }

    @POST
    @Path("leave")
    public void leave() {
        till.leave();
    }
}
