package dev.kvitt.shop;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What a customer presses on the machine, and what its sensors say. */
@Path("/api/machine")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MachineResource {

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
        require(Can.CHOOSE, "It is too late to choose, or nothing is reserved.");
        var line = Catalogue.find(Catalogue.MACHINE, choice.product()).line(1);
        if (line.total().value() > machine.current().amount().value()) {
            throw new NotPossibleException("That is more than was reserved.");
        }
        machine.sells(line);
    }

    /** The sensor saw it fall: only now is it sold. */
    @POST
    @Path("dropped")
    public void dropped() {
        require(Can.DROP, "Nothing was chosen.");
        machine.ask(
                "/confirmation", openings.confirmation(machine.current().lines().getFirst()));
    }

    @POST
    @Path("jammed")
    public void jammed() {
        require(Can.DROP, "Nothing was chosen.");
        machine.ask("/cancellation", openings.cancellation("jam"));
    }

    /** The customer wants nothing after all. */
    @POST
    @Path("cancel")
    public void cancel() {
        if (!machine.can().contains(Can.CHOOSE) && !machine.can().contains(Can.CANCEL)) {
            throw new NotPossibleException("There is nothing to cancel.");
        }
        machine.ask("/cancellation", openings.cancellation("nothing chosen"));
    }

    @POST
    @Path("leave")
    public void leave() {
        machine.leave();
    }

    private void require(String what, String otherwise) {
        if (!machine.can().contains(what)) {
            throw new NotPossibleException(otherwise);
        }
    }
}
