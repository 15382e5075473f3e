package dev.kvitt.checkin.api;

import dev.kvitt.checkin.store.Customers;
import dev.kvitt.events.Keys;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import dev.kvitt.registry.Registry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * The number of a customer who agreed to be remembered, for the request that is about to be sent. For the installation's own
 * services; noted as a use.
 */
@Path("/internal/customers/{customerId}/number")
public class KnownNumberResource {

    private final Customers customers;
    private final Registry registry;
    private final InternalToken token;

    KnownNumberResource(Customers customers, Registry registry, InternalToken token) {
        this.customers = customers;
        this.registry = registry;
        this.token = token;
    }

    /**
     * @param msn of the sale: a customer is known to its merchant only
     * @param saleId which sale it is for
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response number(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("customerId") String customerId,
            @QueryParam("msn") String msn,
            @QueryParam("saleId") String saleId) {
        if (!token.allows(authorization)) {
            return CustomerAnswers.unauthorized();
        }
        Msn unit;
        String saleKey;
        try {
            unit = new Msn(msn);
            saleKey = Keys.sale(unit, new SaleId(saleId));
        } catch (IllegalArgumentException e) {
            return CustomerAnswers.problem(400, "No sale", "msn and saleId name the sale that the number is for");
        }
        var owner = registry.merchant(unit);
        if (owner.isEmpty()) {
            // Its customers may be remembered all the same: this process has another registry than whoever asks.
            return CustomerAnswers.problem(
                    503, "No such sales unit here", "the registry of this process does not have it; ask again");
        }
        return customers
                .numberFor(owner.get().id(), customerId, saleKey)
                .map(number -> CustomerAnswers.ok(Map.of("number", number)))
                .orElseGet(CustomerAnswers::unknown);
    }
}
