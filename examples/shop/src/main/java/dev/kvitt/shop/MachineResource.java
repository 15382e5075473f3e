package dev.kvitt.shop;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** What a customer presses on the machine, and what its sensors say. */
@Path("/api/machine")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MachineResource {

    private static final Set<String> CHOSEN = Set.of(Can.DROP);
    private static final String NOTHING_CHOSEN = "Nothing was chosen.";

    private final PointOfSale machine;
    private final Openings openings;

    MachineResource(Shop shop, Openings openings) {
        this.machine = shop.machine();
        this.openings = openings;
    }

    /** @param product its id */
    record Choice(String product) {}

    @GET
    public View view(@QueryParam("seen") long seen) throws InterruptedException {
        return machine.view(seen, PageResource.LONGEST);
    }

    /** Not after selectUntil, and not for more than is reserved. */
    @POST
    @Path("choose")
    public void choose(Choice choice) {
        machine.sells(Catalogue.find(Catalogue.MACHINE, choice.product()).line(1));
    }

    /** The sensor saw it fall: only now is it sold. */
    @POST
    @Path("dropped")
    public void dropped() {
        machine.require(CHOSEN, NOTHING_CHOSEN);
        var dropped = machine.current().lines().getFirst();
        machine.ask(CHOSEN, NOTHING_CHOSEN, "/confirmation", openings.confirmation(dropped));
    }

    @POST
    @Path("jammed")
    public void jammed() {
        machine.ask(CHOSEN, NOTHING_CHOSEN, "/cancellation", openings.cancellation("jam"));
    }

    /** The customer wants nothing after all. */
    @POST
    @Path("cancel")
    public void cancel() {
        machine.ask(
                Set.of(Can.CHOOSE, Can.CANCEL),
                "There is nothing to cancel.",
                "/cancellation",
                openings.cancellation("nothing chosen"));
    }

    @POST
    @Path("leave")
    public void leave() {
        machine.leave();
    }
}
