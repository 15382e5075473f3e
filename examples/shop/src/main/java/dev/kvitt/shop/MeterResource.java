package dev.kvitt.shop;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** What a driver presses. */
@Path("/api/meter")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MeterResource {

    private static final long LEAST = 100;
    private static final long MOST = 1_000_000;

    private final PointOfSale meter;
    private final Openings openings;

    MeterResource(Shop shop, Openings openings) {
        this.meter = shop.meter();
        this.openings = openings;
    }

    /** @param value minor units */
    record Fare(long value) {}

    @GET
    public View view(@QueryParam("seen") long seen) throws InterruptedException {
        return meter.view(seen, PageResource.LONGEST);
    }

    @POST
    @Path("sale")
    public void arrived(Fare fare) {
        if (fare.value() < LEAST || fare.value() > MOST) {
            throw new NotPossibleException("A fare is between 1 and 10 000 kr.");
        }
        var lines = List.of(Catalogue.ride(fare.value()));
        meter.open(Catalogue.total(lines), lines, openings.ride(lines));
    }

    @POST
    @Path("cancel")
    public void cancel() {
        meter.ask(
                Set.of(Can.CANCEL),
                "There is nothing to cancel.",
                "/cancellation",
                openings.cancellation("paid otherwise"));
    }

    @POST
    @Path("leave")
    public void leave() {
        meter.leave();
    }
}
