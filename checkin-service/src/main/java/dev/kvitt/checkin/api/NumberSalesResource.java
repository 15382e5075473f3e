package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.PhoneMask;
import dev.kvitt.checkin.store.CustomerExport;
import dev.kvitt.checkin.store.Customers;
import dev.kvitt.messaging.operators.ForOperators;
import dev.kvitt.registry.Merchant;
import dev.kvitt.registry.Registry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * For operations-service, when somebody calls and knows nothing but their number: the sales of customers who agreed that it is kept.
 * Nobody else's number is kept, so nobody else's sales are found. Who asked and why, operations-service writes down.
 */
@ForOperators
@Path("/operators/customers")
public class NumberSalesResource {

    private final Customers customers;
    private final Registry registry;

    NumberSalesResource(Customers customers, Registry registry) {
        this.customers = customers;
        this.registry = registry;
    }

    /**
     * What a merchant knows the number by.
     *
     * @param number masked
     * @param sales {@code msn/saleId} of those with which they agreed, and those that were asked of this number
     */
    public record Known(String merchant, String customerId, String number, List<String> sales) {

        static Known of(CustomerExport customer) {
            var sales = Stream.concat(
                            customer.consents().stream().map(CustomerExport.Consent::sale),
                            customer.uses().stream().map(CustomerExport.Use::sale))
                    .distinct()
                    .toList();
            return new Known(customer.merchant(), customer.customerId(), PhoneMask.of(customer.number()), sales);
        }
    }

    /** A number comes in the body only, never in an address. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(String body) {
        return NumberBody.read(body)
                .map(number -> registry.merchants().stream()
                        .map(Merchant::id)
                        .sorted()
                        .flatMap(merchant -> customers.exportByNumber(merchant, number).stream())
                        .map(Known::of)
                        .toList())
                .map(found -> CustomerAnswers.ok(Map.of("customers", found)))
                .orElseGet(NumberBody::wrong);
    }
}
