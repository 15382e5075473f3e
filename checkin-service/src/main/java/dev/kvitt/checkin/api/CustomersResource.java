package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PhoneMask;
import dev.kvitt.checkin.store.CustomerExport;
import dev.kvitt.checkin.store.Customers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a merchant's own systems ask about its customers: shown masked, exported, erased. A number comes in a body only, never in an
 * address, and the body is read here and by nothing that might quote it.
 */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {

    private static final Logger LOG = Logger.getLogger(CustomersResource.class);

    private final Customers customers;
    private final MerchantTokens tokens;

    CustomersResource(Customers customers, MerchantTokens tokens) {
        this.customers = customers;
        this.tokens = tokens;
    }

    /** Enough to recognise a customer by, and no more. */
    @GET
    @Path("/{customerId}")
    public Response show(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("customerId") String id) {
        return asked(authorization, merchant -> customers
                .export(merchant, id)
                .map(CustomersResource::masked)
                .map(CustomerAnswers::ok));
    }

    /** Everything that is kept, for the customer who wants to know. */
    @GET
    @Path("/{customerId}/export")
    public Response export(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("customerId") String id) {
        return asked(authorization, merchant -> customers.export(merchant, id).map(all -> {
            LOG.infof("AUDIT customer %s of merchant %s exported", id, merchant);
            return CustomerAnswers.ok(all);
        }));
    }

    /** Who has this number, of each merchant that the token is good for; for a customer who calls and knows no id. */
    @POST
    @Path("/find")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response find(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String body) {
        var merchants = tokens.merchants(authorization);
        if (merchants.isEmpty()) {
            return CustomerAnswers.unauthorized();
        }
        var number = NumberBody.read(body);
        if (number.isEmpty()) {
            return NumberBody.wrong();
        }
        var found = merchants.stream()
                .sorted()
                .flatMap(merchant -> customers.exportByNumber(merchant, number.get()).stream())
                .map(CustomersResource::masked)
                .toList();
        return found.isEmpty() ? CustomerAnswers.unknown() : CustomerAnswers.ok(Map.of("customers", found));
    }

    /** The number can be read by nobody any more when this has answered. Once more does nothing. */
    @DELETE
    @Path("/{customerId}")
    public Response erase(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("customerId") String id) {
        return asked(authorization, merchant -> customers.erase(merchant, id).map(erased -> {
            LOG.infof("AUDIT customer %s of merchant %s erased, as its merchant wanted", id, merchant);
            return CustomerAnswers.ok(erased);
        }));
    }

    /** Of the caller's merchants whoever has the customer; of others' customers nobody learns that there are any. */
    private Response asked(String authorization, Function<String, Optional<Response>> question) {
        Set<String> merchants = tokens.merchants(authorization);
        return merchants.isEmpty()
                ? CustomerAnswers.unauthorized()
                : merchants.stream()
                        .sorted()
                        .flatMap(merchant -> question.apply(merchant).stream())
                        .findFirst()
                        .orElseGet(CustomerAnswers::unknown);
    }

    private static Map<String, Object> masked(CustomerExport customer) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("customerId", customer.customerId());
        shown.put("merchant", customer.merchant());
        shown.put("state", customer.number() == null ? "erased" : "kept");
        if (customer.number() != null) {
            shown.put("number", PhoneMask.of(customer.number()));
            shown.put("until", customer.until());
        }
        return shown;
    }
}
