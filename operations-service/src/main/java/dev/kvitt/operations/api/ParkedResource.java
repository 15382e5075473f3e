package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.operations.services.ParkedSales;
import dev.kvitt.operations.services.ParkedSales.Parked;
import dev.kvitt.operations.services.ServiceDoors;
import dev.kvitt.operations.store.ReservedRows;
import dev.kvitt.operations.store.ReservedRows.Reserved;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is parked in any service, what waits behind it, and having it go on. */
@Path("/api/parked")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private static final int MOST = 500;

    private final ParkedSales parked;
    private final ReservedRows reserved;
    private final Unparking unparking;

    ParkedResource(ParkedSales parked, ReservedRows reserved, Unparking unparking) {
        this.parked = parked;
        this.reserved = reserved;
        this.unparking = unparking;
    }

    /** @param reserved absent where nothing is, or the ledger does not know */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String msn, String saleId, String service, Instant since, String reason, int waiting, Reserved reserved) {}

    /** @param away services that could not be asked: what is parked there is missing here */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<Item> items, String next, List<String> away) {}

    /**
     * @param waiting messages in all services, more than are told where there are more
     * @param messages the first of each service as it has them, with its name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            String msn, String saleId, Reserved reserved, int waiting, List<JsonNode> messages, List<String> away) {}

    /** @param expected how many sales the person saw */
    record Bulk(String cause, String reason, Integer expected) {}

    /** @param sales how many were told to go on; whether they do, their services say */
    record Told(int sales) {}

    @GET
    @RolesAllowed({"viewer", "operator", "finance"})
    public Items list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("after") @DefaultValue("") String after) {
        checked(limit);
        var page = parked.list(after, limit);
        var money = reserved.of(page.items().stream().map(Parked::key).toList());
        return new Items(page.items().stream().map(each -> item(each, money)).toList(), page.next(), page.away());
    }

    private static void checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("bad-limit", "limit is 1 to 500.");
        }
    }

    /** @param limit messages of each service */
    @GET
    @Path("/{msn}/{saleId}")
    @RolesAllowed({"viewer", "operator", "finance"})
    public Waiting one(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        checked(limit);
        var key = Decider.msn(msn) + "/" + Decider.saleId(saleId);
        var answers = parked.messages(key, limit);
        var messages = new ArrayList<JsonNode>();
        for (var answer : answers) {
            if (answer.isOk()) {
                answer.body()
                        .path("items")
                        .forEach(each -> messages.add(((ObjectNode) each).put("service", answer.service())));
            }
        }
        var away = ServiceDoors.away(answers);
        if (messages.isEmpty() && away.isEmpty()) {
            throw Problem.notFound("not-parked", "Nothing waits for this sale in any service.");
        }
        var waiting = ParkedSales.waiting(answers);
        return new Waiting(msn, saleId, reserved.of(List.of(key)).get(key), waiting, messages, away);
    }

    /** Whether or not a service is away: each reads the command when it is there again. */
    @POST
    @Path("/{msn}/{saleId}/unpark")
    @RolesAllowed("operator")
    public Response unpark(
            @PathParam("msn") String msn,
            @PathParam("saleId") String saleId,
            Decider.Reason reason,
            @Context SecurityContext security) {
        unparking.one(msn, saleId, Decider.who(security), reason == null ? null : reason.reason());
        return Response.accepted(new Told(1)).build();
    }

    /** Only those that the person saw: when there are more or fewer by now, or a service is away, nothing is done. */
    @POST
    @Path("/unpark")
    @RolesAllowed("operator")
    public Response unparkAll(Bulk bulk, @Context SecurityContext security) {
        var asked = bulk == null ? new Bulk(null, null, null) : bulk;
        var sales = unparking.all(asked.cause(), asked.expected(), Decider.who(security), asked.reason());
        return Response.accepted(new Told(sales)).build();
    }

    private static Item item(Parked each, Map<String, Reserved> money) {
        var slash = each.key().indexOf('/');
        return new Item(
                each.key().substring(0, slash),
                each.key().substring(slash + 1),
                each.service(),
                each.since(),
                each.reason(),
                each.waiting(),
                money.get(each.key()));
    }
}
