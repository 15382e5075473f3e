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
import java.util.Optional;

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
        return number(customerId, msn, saleId)
                .map(number -> CustomerAnswers.ok(Map.of("number", number)))
                .orElseGet(CustomerAnswers::unknown);
    }

    private Optional<String> number(String customerId, String msn, String saleId) {
        try {
            var unit = new Msn(msn);
            var saleKey = Keys.sale(unit, new SaleId(saleId));
            return registry.merchant(unit).flatMap(owner -> customers.numberFor(owner.id(), customerId, saleKey));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
